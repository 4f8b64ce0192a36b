/** As far as its own test needs it. */
declare class OneRealmEnvironment {
  constructor(config: { projectConfig: object });
  teardown(): Promise<void>;
}

export = OneRealmEnvironment;
