package io.daybook.projections.shared;

/** A read model that can show what an event would change in it. */
public interface Preview {
  /**
   * Makes the changes at once, in the database transaction that runs and that will be rolled back;
   * an event that the read model does not know changes nothing.
   */
  void show(Object event, Recorded at);
}
