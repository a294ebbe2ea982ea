import { FILE_NAMES, type FileName, type ScenarioFiles } from '../parse.ts';
import { valueAt, type NodePath } from '../source.ts';

/** A block of evidence as it stands in a file, with the mapping that it belongs to. */
export interface EvidenceBlock {
  readonly file: FileName;
  /** The mapping that carries the block. */
  readonly at: NodePath;
  readonly status: string;
  /** Field of that mapping, dotted below it → claim id. Empty unless the status is `recorded`. */
  readonly claims: Readonly<Record<string, string>>;
  /** Status of the numbers beside the recorded ones; `''` where the block does not speak of them. */
  readonly others: string;
}

/** A number of a file and the evidence that covers it. */
export interface NumberAt {
  readonly file: FileName;
  readonly at: NodePath;
  readonly value: number;
  /** `drawn` for the values of a reading; `''` where nothing covers the number. */
  readonly status: 'recorded' | 'estimated' | 'assumed' | 'drawn' | '';
}

export interface NumberSurvey {
  readonly numbers: readonly NumberAt[];
  readonly blocks: readonly EvidenceBlock[];
}

/**
 * Lists every number of a scenario with what covers it. A block of evidence covers the numbers of its
 * mapping and of all mappings inside. An `estimated` or `assumed` block covers all of them; a `recorded`
 * block those that it names and, if it has `others`, the rest; failing that, a block further out may.
 */
export function surveyNumbers(files: ScenarioFiles): NumberSurvey {
  const numbers: NumberAt[] = [];
  const blocks: EvidenceBlock[] = [];
  const visit = (
    file: FileName,
    value: unknown,
    at: NodePath,
    above: readonly EvidenceBlock[],
  ): void => {
    if (typeof value === 'number') {
      numbers.push({ file, at, value, status: statusOf(file, at, above) });
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(file, item, [...at, index], above);
      });
    } else if (typeof value === 'object' && value !== null) {
      const own = blockOf(file, at, valueAt(value, ['evidence']));
      if (own !== undefined) blocks.push(own);
      const around = own === undefined ? above : [own, ...above];
      for (const [key, member] of Object.entries(value)) {
        if (key !== 'evidence') visit(file, member, [...at, key], around);
      }
    }
  };
  for (const name of FILE_NAMES) visit(name, files.sources[name].tree, [], []);
  return { numbers, blocks };
}

function blockOf(file: FileName, at: NodePath, evidence: unknown): EvidenceBlock | undefined {
  if (typeof evidence !== 'object' || evidence === null) return undefined;
  const status = valueAt(evidence, ['status']);
  const claims = valueAt(evidence, ['claims']);
  const others = valueAt(evidence, ['others', 'status']);
  return {
    file,
    at,
    status: typeof status === 'string' ? status : '',
    claims: typeof claims === 'object' && claims !== null ? (claims as Record<string, string>) : {},
    others: typeof others === 'string' ? others : '',
  };
}

function statusOf(
  file: FileName,
  at: NodePath,
  above: readonly EvidenceBlock[],
): NumberAt['status'] {
  // The value of an option of a reading is that of the claim it names.
  if (file === 'scenario.yaml' && at[0] === 'readings' && at[4] === 'value') return 'drawn';
  for (const block of above) {
    const field = at.slice(block.at.length).join('.');
    const isNamed = block.status === 'recorded' && Object.hasOwn(block.claims, field);
    if (isNamed) return 'recorded';
    const status = block.status === 'recorded' ? block.others : block.status;
    if (status === 'estimated' || status === 'assumed') return status;
  }
  return '';
}
