package io.daybook.database;

/** The roles of Daybook's database; what each may do stands in the migrations. */
enum DatabaseRole {
  /** Creates the other roles and the database of an embedded server; used for nothing else. */
  SUPERUSER("postgres"),
  /** Owns the schemas and runs the migrations. */
  OWNER("daybook_owner"),
  /** What the running application is. */
  APPLICATION("daybook_app"),
  /** Deletes personal data when its time has come. */
  ERASURE("daybook_erasure");

  private final String sqlName;

  DatabaseRole(String sqlName) {
    this.sqlName = sqlName;
  }

  String sqlName() {
    return sqlName;
  }
}
