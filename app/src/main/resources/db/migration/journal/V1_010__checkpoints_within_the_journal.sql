-- Checkpoints are never removed, so one beyond the journal's end would hide all true ones for ever.

CREATE FUNCTION journal.guard_checkpoint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size > (SELECT size FROM journal.head) THEN
    RAISE EXCEPTION 'a checkpoint of % records is beyond the journal''s end', NEW.size
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard_checkpoint BEFORE INSERT ON journal.checkpoints
  FOR EACH ROW EXECUTE FUNCTION journal.guard_checkpoint();
ALTER TABLE journal.checkpoints ENABLE ALWAYS TRIGGER guard_checkpoint;
