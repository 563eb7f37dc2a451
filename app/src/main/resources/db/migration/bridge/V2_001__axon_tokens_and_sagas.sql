-- Where Axon's event processors have read to, and the state of its sagas. Column names are Axon's.
create schema bridge;
grant usage on schema bridge to daybook_app;

create table bridge.token_entry (
  processorName varchar(255) not null,
  segment integer not null,
  token bytea,
  tokenType varchar(255),
  timestamp varchar(255) not null,
  owner varchar(255),
  primary key (processorName, segment)
);

create table bridge.saga_entry (
  sagaId varchar(255) not null primary key,
  revision varchar(255),
  sagaType varchar(255),
  serializedSaga bytea
);

create table bridge.association_value_entry (
  id bigint generated always as identity primary key,
  associationKey varchar(255) not null,
  associationValue varchar(255),
  sagaId varchar(255) not null,
  sagaType varchar(255)
);

create index association_value_entry_by_value
  on bridge.association_value_entry (sagaType, associationKey, associationValue);
create index association_value_entry_by_saga
  on bridge.association_value_entry (sagaId, sagaType);

grant select, insert, update, delete on all tables in schema bridge to daybook_app;
