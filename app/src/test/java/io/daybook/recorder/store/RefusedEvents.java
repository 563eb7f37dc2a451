package io.daybook.recorder.store;

/** Makes the database itself refuse some events. */
final class RefusedEvents {
  private RefusedEvents() {}

  /** An event's id ends in random digits, and a new try has a new id. A journal has its first. */
  static void refuseOneInAHundred(TestServer.TestDatabase database) {
    TestServer.shared()
        .alter(
            database,
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'not this one' USING ERRCODE = 'data_exception'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON journal.records FOR EACH ROW
              WHEN (NEW.leaf_index > 0 AND right(NEW.event_id, 2) IN ('00', '5a', 'ff'))
              EXECUTE FUNCTION refuse()\
            """);
  }
}
