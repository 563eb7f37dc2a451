-- Names, documents and answers are sealed under data keys; the tables hold nothing readable.

alter table security.users alter column username drop not null;
alter table security.users add column name_index text unique check (name_index ~ '^[0-9a-f]{64}$');
alter table security.users add column sealed_name text;
alter table security.users add constraint users_name_check check (
  (username is null) = (name_index is not null and sealed_name is not null));

alter table bridge.documents alter column nonce drop not null;
alter table bridge.documents add column key_id text references personal.data_keys;
alter table bridge.documents add constraint documents_key_check check (
  (key_id is null) = (nonce is not null));

grant usage on schema bridge to daybook_erasure;
grant select, delete on bridge.documents, bridge.idempotency_keys to daybook_erasure;
