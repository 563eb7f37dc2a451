-- States of aggregates, so that a long history need not be read again. They are no part of the
-- journal: each is authenticated, stands on a record, and can be thrown away.

CREATE TABLE journal.snapshots (
  aggregate_id   text   NOT NULL,
  aggregate_type text   NOT NULL,
  seq            bigint NOT NULL,
  leaf_hash      bytea  NOT NULL,
  recorded_at_ms bigint NOT NULL,
  state_type     text   NOT NULL,
  revision       text   NOT NULL,
  state          bytea  NOT NULL,
  mac            bytea  NOT NULL,
  CONSTRAINT snapshots_pkey PRIMARY KEY (aggregate_id),
  CONSTRAINT snapshots_seq_check CHECK (seq >= 0),
  CONSTRAINT snapshots_leaf_hash_check CHECK (octet_length(leaf_hash) = 32),
  CONSTRAINT snapshots_mac_check CHECK (octet_length(mac) = 32)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON journal.snapshots TO daybook_app;
