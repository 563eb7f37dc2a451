-- The journal: a gapless, append-only log of events under one RFC 6962 tree.
-- The application may only add to it; nobody may change or remove what is there.

CREATE SCHEMA journal;

CREATE TABLE journal.records (
  leaf_index       bigint NOT NULL,
  aggregate_type   text,
  aggregate_id     text   NOT NULL,
  seq              bigint NOT NULL,
  event_id         text   NOT NULL,
  recorded_at_ms   bigint NOT NULL,
  payload_type     text   NOT NULL,
  payload_revision text,
  content_type     text   NOT NULL,
  payload          bytea,
  salt             bytea,
  metadata         bytea  NOT NULL,
  header           bytea  NOT NULL,
  leaf_hash        bytea  NOT NULL,
  CONSTRAINT records_leaf_index_key PRIMARY KEY (leaf_index),
  CONSTRAINT records_stream_key UNIQUE (aggregate_id, seq),
  CONSTRAINT records_event_id_key UNIQUE (event_id),
  CONSTRAINT records_leaf_index_check CHECK (leaf_index >= 0),
  CONSTRAINT records_seq_check CHECK (seq >= 0),
  CONSTRAINT records_recorded_at_check CHECK (recorded_at_ms >= 0),
  CONSTRAINT records_text_check CHECK (
    octet_length(aggregate_type) BETWEEN 1 AND 255
    AND octet_length(aggregate_id) BETWEEN 1 AND 255
    AND octet_length(event_id) BETWEEN 1 AND 255
    AND octet_length(payload_type) BETWEEN 1 AND 255
    AND octet_length(payload_revision) BETWEEN 1 AND 255
    AND octet_length(content_type) BETWEEN 1 AND 255),
  CONSTRAINT records_payload_check CHECK (
    (payload IS NULL) = (salt IS NULL)
    AND octet_length(salt) = 32
    AND octet_length(payload) <= 8388608),
  CONSTRAINT records_header_check CHECK (octet_length(header) BETWEEN 1 AND 65535),
  -- RFC 6962, section 2.1: a leaf's hash is SHA-256(0x00 || header).
  CONSTRAINT records_leaf_hash_check CHECK (leaf_hash = sha256('\x00'::bytea || header))
);

-- Times nearly rise with the index, so a few summaries find the place of an instant.
CREATE INDEX records_recorded_at_idx ON journal.records USING brin (recorded_at_ms);

-- What the next append continues: the tree's size, root and right edge.
CREATE TABLE journal.head (
  only_row boolean     NOT NULL DEFAULT true,
  origin   text,
  size     bigint      NOT NULL,
  root     bytea       NOT NULL,
  frontier bytea       NOT NULL,
  CONSTRAINT head_pkey PRIMARY KEY (only_row),
  CONSTRAINT head_only_row_check CHECK (only_row),
  CONSTRAINT head_origin_check CHECK ((origin IS NULL) = (size = 0)),
  CONSTRAINT head_size_check CHECK (size >= 0),
  CONSTRAINT head_root_check CHECK (octet_length(root) = 32),
  CONSTRAINT head_frontier_check CHECK (octet_length(frontier) BETWEEN 8 AND 8 + 63 * 32)
) WITH (fillfactor = 10);

-- The empty tree's root is the hash of nothing; its frontier is the size alone.
INSERT INTO journal.head (size, root, frontier) VALUES (0, sha256(''), '\x0000000000000000');

CREATE TABLE journal.checkpoints (
  size       bigint      NOT NULL,
  note       text        NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT checkpoints_pkey PRIMARY KEY (size),
  CONSTRAINT checkpoints_size_check CHECK (size > 0)
);

-- The root of each full tile, from which the tiles of the next level are put together. Derived
-- from the records; they can always be derived again.
CREATE TABLE journal.tile_roots (
  level smallint NOT NULL,
  index bigint   NOT NULL,
  root  bytea    NOT NULL,
  CONSTRAINT tile_roots_pkey PRIMARY KEY (level, index),
  CONSTRAINT tile_roots_place_check CHECK (level BETWEEN 0 AND 7 AND index >= 0),
  CONSTRAINT tile_roots_root_check CHECK (octet_length(root) = 32)
);

CREATE FUNCTION journal.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'journal.% is append-only: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;

-- An erasure removes payload and salt together and touches nothing else.
CREATE FUNCTION journal.guard_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased journal.records := OLD;
BEGIN
  erased.payload := NULL;
  erased.salt := NULL;
  IF current_user <> 'daybook_erasure' OR NEW IS DISTINCT FROM erased THEN
    RAISE EXCEPTION 'journal.records is append-only: UPDATE is refused'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION journal.guard_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size <= OLD.size THEN
    RAISE EXCEPTION 'the journal only grows: from % to % is refused', OLD.size, NEW.size
      USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.origin IS DISTINCT FROM NEW.origin AND OLD.size > 0 THEN
    RAISE EXCEPTION 'the origin of the journal is fixed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard_erasure BEFORE UPDATE ON journal.records
  FOR EACH ROW EXECUTE FUNCTION journal.guard_erasure();
CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON journal.records
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
CREATE TRIGGER guard_head BEFORE UPDATE ON journal.head
  FOR EACH ROW EXECUTE FUNCTION journal.guard_head();
CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON journal.head
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.tile_roots
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();

-- Also while a session pretends to be a replica, which silences ordinary triggers.
ALTER TABLE journal.records ENABLE ALWAYS TRIGGER guard_erasure;
ALTER TABLE journal.records ENABLE ALWAYS TRIGGER refuse_removal;
ALTER TABLE journal.head ENABLE ALWAYS TRIGGER guard_head;
ALTER TABLE journal.head ENABLE ALWAYS TRIGGER refuse_removal;
ALTER TABLE journal.checkpoints ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE journal.tile_roots ENABLE ALWAYS TRIGGER refuse_change;

GRANT USAGE ON SCHEMA journal TO daybook_app, daybook_erasure;
GRANT SELECT, INSERT ON journal.records, journal.checkpoints, journal.tile_roots TO daybook_app;
GRANT SELECT ON journal.head TO daybook_app;
GRANT UPDATE (origin, size, root, frontier) ON journal.head TO daybook_app;
GRANT SELECT ON journal.records TO daybook_erasure;
GRANT UPDATE (payload, salt) ON journal.records TO daybook_erasure;
