-- Those who keep the books.
alter table security.users drop constraint users_roles_check;
alter table security.users add constraint users_roles_check
  check (roles <@ array['BUYER', 'ORGANISER', 'OFFICER', 'FINANCE', 'AUDITOR', 'ADMIN']);
