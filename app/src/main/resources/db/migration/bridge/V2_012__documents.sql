-- Documents of KYB cases, each encrypted; the journal holds their hashes.
create table bridge.documents (
  document_id text primary key,
  nonce bytea not null check (length(nonce) = 12),
  ciphertext bytea not null,
  stored_at timestamptz not null
);
grant select, insert on bridge.documents to daybook_app;
