import { emit } from '../emit.ts';
import type { RulesOrder } from '../orders.ts';
import { ENGAGEMENT_STEPS, codeOf } from '../vocabulary.ts';
import { RULE_PARTS, type Message, type Run } from '../world/world.ts';
import { send } from './messages.ts';
import { causesOf, idOf } from './office-records.ts';

/** An office changes the rules of engagement of its own parties, or of a subordinate's. */
export function changeRules(run: Run, order: RulesOrder): void {
  const { office, to, first, challenges, last } = order;
  const event = emit(run, 'rules-changed', idOf(run, office), '', causesOf(run, office), {
    to: idOf(run, to),
    first,
    challenges,
    last,
  });
  const word = [first, String(challenges), last].join(' ');
  if (to === office) enterRules(run, office, word);
  else send(run, { kind: 'rules', from: office, to, word, cause: [event] });
}

/** New rules are a circular: whoever reads them keeps them and sends them on to all below him. */
export function readRules(run: Run, message: Message): void {
  enterRules(run, message.to, message.word);
  for (const subordinate of run.model.offices[message.to]!.subordinates) {
    if (run.model.offices[subordinate]!.superiors[0] !== message.to) continue;
    send(run, {
      kind: 'rules',
      from: message.to,
      to: subordinate,
      word: message.word,
      cause: [message.event],
    });
  }
}

function enterRules(run: Run, office: number, word: string): void {
  const [first, challenges, last] = word.split(' ');
  const at = office * RULE_PARTS;
  const { rules } = run.world.offices;
  rules[at] = codeOf(ENGAGEMENT_STEPS, first as (typeof ENGAGEMENT_STEPS)[number]);
  rules[at + 1] = Number(challenges);
  rules[at + 2] = codeOf(ENGAGEMENT_STEPS, last as (typeof ENGAGEMENT_STEPS)[number]);
}
