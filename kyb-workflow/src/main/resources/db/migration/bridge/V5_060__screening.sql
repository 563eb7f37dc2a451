-- Whether a screening left hits that officers must review.
alter table bridge.process_inbox add column hits_open boolean;

-- The lists that were loaded, by the hash of their bytes. What was active when, says the journal.
create table bridge.watchlist_files (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  content bytea not null,
  stored_at timestamptz not null
);

grant select, insert, update, delete on bridge.watchlist_files to daybook_app;
