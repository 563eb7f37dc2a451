-- How long officers have to decide follows from the risk, as it was when the case was submitted.
alter table bridge.case_process add column decision_hours integer not null default 120;
alter table bridge.process_inbox add column due_at timestamptz;
