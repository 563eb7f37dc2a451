package io.daybook.kyb.workflow;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener;
import org.flowable.engine.delegate.event.FlowableSequenceFlowTakenEvent;

/** Remembers which sequence flows processes have taken. */
final class TakenFlows extends AbstractFlowableEngineEventListener {
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  TakenFlows() {
    super(Set.of(FlowableEngineEventType.SEQUENCEFLOW_TAKEN));
  }

  @Override
  protected void sequenceFlowTaken(FlowableSequenceFlowTakenEvent event) {
    taken.add(event.getId());
  }

  void clear() {
    taken.clear();
  }

  Set<String> ids() {
    return new TreeSet<>(taken);
  }
}
