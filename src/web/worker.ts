import { openHost } from '../host/index.ts';
import {
  SITE_FILES,
  isSchema,
  unpack,
  type SiteScenario,
  type SiteWhatIf,
} from '../protocol/index.ts';

/** The host in a worker of the page: it plays runs, and knows nothing of a screen. */
declare const self: DedicatedWorkerGlobalScope;

const host = openHost({
  post: (reply, transfer) => self.postMessage(reply, transfer),
  load: async (address) => {
    const response = await fetch(address);
    const scenario = unpack(await response.text());
    if (!isSchema<SiteScenario>(scenario, 'khasan.site-scenario/1')) {
      throw new Error('The scenario of the page cannot be read.');
    }
    return scenario;
  },
  loadWhatIf: async (address) => {
    const response = await fetch(new URL(SITE_FILES.whatIf, new URL(address, self.location.href)));
    const whatIf = unpack(await response.text());
    if (!isSchema<SiteWhatIf>(whatIf, 'khasan.site-whatif/1')) {
      throw new Error('The what-ifs of the page cannot be read.');
    }
    return whatIf;
  },
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
});

self.addEventListener('message', (message: MessageEvent<unknown>) => {
  void host.receive(message.data);
});
