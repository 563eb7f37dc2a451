package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.KybCaseId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which process belongs to which case, and the newest event of the case that took effect. */
final class ProcessLinks {
  static final String PROCESS_KEY = "kyb-onboarding";
  static final String REVIEW_KEY = "periodic-review";

  /** A case is onboarded once; its reviews are counted. */
  private static final int CYCLE = 1;

  private final JdbcClient jdbc;

  ProcessLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Links a case to its new process. Fails if the case has one. */
  void add(KybCaseId kybCase, String processInstanceId, long sequence) {
    jdbc.sql(
            """
            insert into bridge.case_process
              (case_id, process_key, cycle_no, process_instance_id, last_sequence)
            values (?, ?, ?, ?, ?)
            """)
        .params(kybCase.value(), PROCESS_KEY, CYCLE, processInstanceId, sequence)
        .update();
  }

  /** Links a case to the process of its next review. */
  void addReview(KybCaseId kybCase, String processInstanceId, long sequence) {
    jdbc.sql(
            """
            insert into bridge.case_process
              (case_id, process_key, cycle_no, process_instance_id, last_sequence)
            select :case, :key, 1 + count(*), :process, :sequence
            from bridge.case_process where case_id = :case and process_key = :key
            """)
        .param("case", kybCase.value())
        .param("key", REVIEW_KEY)
        .param("process", processInstanceId)
        .param("sequence", sequence)
        .update();
  }

  /** Returns the process of the case's last review. */
  Optional<String> findReview(KybCaseId kybCase) {
    return jdbc.sql(
            """
            select process_instance_id from bridge.case_process
            where case_id = ? and process_key = ? order by cycle_no desc limit 1
            """)
        .params(kybCase.value(), REVIEW_KEY)
        .query(String.class)
        .optional();
  }

  /** Returns the process of {@code kybCase}. */
  Optional<String> find(KybCaseId kybCase) {
    return jdbc.sql(
            """
            select process_instance_id from bridge.case_process
            where case_id = ? and process_key = ? and cycle_no = ?
            """)
        .params(kybCase.value(), PROCESS_KEY, CYCLE)
        .query(String.class)
        .optional();
  }

  /**
   * Locks the case's process until the transaction ends and notes that the event at {@code
   * sequence} takes effect.
   *
   * @return the process, or nothing if the event took effect before
   * @throws IllegalStateException if events of the case are missing
   */
  Optional<String> advance(KybCaseId kybCase, long sequence) {
    Optional<String> process =
        jdbc.sql(
                """
                update bridge.case_process set last_sequence = ?
                where case_id = ? and process_key = ? and cycle_no = ? and last_sequence = ?
                returning process_instance_id
                """)
            .params(sequence, kybCase.value(), PROCESS_KEY, CYCLE, sequence - 1)
            .query(String.class)
            .optional();
    if (process.isEmpty()) {
      requireAtLeast(kybCase, sequence);
    }
    return process;
  }

  /** Notes how long the officers have to decide on the case once it is submitted. */
  void setDecisionTime(String processInstanceId, Duration decisionTime) {
    jdbc.sql("update bridge.case_process set decision_hours = ? where process_instance_id = ?")
        .params(decisionTime.toHours(), processInstanceId)
        .update();
  }

  /** Returns how long the officers have to decide on the case once it is submitted. */
  Duration decisionTime(String processInstanceId) {
    return Duration.ofHours(
        jdbc.sql("select decision_hours from bridge.case_process where process_instance_id = ?")
            .param(processInstanceId)
            .query(Long.class)
            .single());
  }

  /**
   * Locks a process's link until the transaction ends, so that neither a message is parked nor the
   * process moves meanwhile.
   *
   * @return whether there is such a link; a process that is just starting has none yet
   */
  boolean lock(String processInstanceId) {
    return jdbc.sql("select 1 from bridge.case_process where process_instance_id = ? for update")
        .param(processInstanceId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Forgets all links and what is parked for them. */
  void clear() {
    jdbc.sql("delete from bridge.case_process").update();
  }

  private void requireAtLeast(KybCaseId kybCase, long sequence) {
    long last =
        jdbc.sql(
                """
                select coalesce(max(last_sequence), -1) from bridge.case_process
                where case_id = ? and process_key = ? and cycle_no = ?
                """)
            .params(kybCase.value(), PROCESS_KEY, CYCLE)
            .query(Long.class)
            .single();
    if (last < sequence) {
      throw new IllegalStateException(
          "expected event " + (last + 1) + " of case " + kybCase + ", got " + sequence);
    }
  }
}
