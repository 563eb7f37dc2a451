package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.DocumentStore;
import io.daybook.kyb.casefile.Screener;
import io.daybook.ledger.CommandSender;
import java.util.ArrayList;
import java.util.List;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The beans of the KYB process.
 *
 * <p>Needs a {@link DocumentStore}, a {@link Screener}, a {@link CommandSender}, and Axon event
 * processing of the group {@code kyb-process} with Spring's transactions on the engine's data
 * source. The engine deploys the definitions from {@code classpath:/processes}.
 */
@Configuration(proxyBeanMethods = false)
public class KybWorkflowConfiguration {
  @Bean
  ProcessLinks kybProcessLinks(JdbcClient jdbc) {
    return new ProcessLinks(jdbc);
  }

  @Bean
  ProcessInbox kybProcessInbox(JdbcClient jdbc) {
    return new ProcessInbox(jdbc);
  }

  @Bean
  CaseDocuments kybCaseDocuments(JdbcClient jdbc) {
    return new CaseDocuments(jdbc);
  }

  @Bean
  CaseProcesses kybCaseProcesses(
      RuntimeService runtime,
      HistoryService history,
      RepositoryService repository,
      ProcessLinks links,
      ProcessInbox inbox) {
    return new CaseProcesses(runtime, history, repository, links, inbox);
  }

  @Bean
  KybProcessBridge kybProcessBridge(
      ProcessLinks links, CaseDocuments documents, CaseProcesses processes) {
    return new KybProcessBridge(links, documents, processes);
  }

  /** Named as the process definition names it. */
  @Bean
  DocumentCheck documentCheck(
      CaseProcesses processes,
      CaseDocuments documents,
      DocumentStore store,
      CommandSender commands) {
    return new DocumentCheck(processes, documents, store, commands);
  }

  /** Named as the process definition names it. */
  @Bean
  ScreeningStep screeningStep(CaseProcesses processes, Screener screener, CommandSender commands) {
    return new ScreeningStep(processes, screener, commands);
  }

  /** Named as the process definition names it. */
  @Bean
  OpenReviewStep openReviewStep(CaseProcesses processes, CommandSender commands) {
    return new OpenReviewStep(processes, commands);
  }

  /** Named as the process definition names it. */
  @Bean
  ExpireRequestStep expireRequestStep(CaseProcesses processes, CommandSender commands) {
    return new ExpireRequestStep(processes, commands);
  }

  /** Named as the process definition names it. */
  @Bean
  TasksEndByEvents tasksEndByEvents() {
    return new TasksEndByEvents();
  }

  /** Officers' tasks and the state of the processes, read only. */
  @Bean
  public KybTasks kybTasks(
      ProcessLinks links, TaskService tasks, HistoryService history, RepositoryService repository) {
    return new KybTasks(links, tasks, history, repository);
  }

  @Bean
  EngineConfigurationConfigurer<SpringProcessEngineConfiguration> kybParkedMessages(
      ProcessLinks links, ProcessInbox inbox, ObjectProvider<CaseProcesses> processes) {
    return engine -> {
      // The pages draw the process themselves; a picture at each deployment would be for nobody.
      engine.setCreateDiagramOnDeploy(false);
      List<FlowableEventListener> listeners = new ArrayList<>();
      if (engine.getEventListeners() != null) {
        listeners.addAll(engine.getEventListeners());
      }
      listeners.add(new ParkedMessageListener(links, inbox, processes::getObject));
      engine.setEventListeners(listeners);
    };
  }
}
