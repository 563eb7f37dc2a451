package io.daybook.kyb.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.model.dmn.Dmn;
import org.operaton.bpm.model.dmn.DmnModelInstance;
import org.operaton.bpm.model.dmn.HitPolicy;
import org.operaton.bpm.model.dmn.instance.Decision;
import org.operaton.bpm.model.dmn.instance.DmnElement;
import org.operaton.bpm.model.dmn.instance.Input;
import org.operaton.bpm.model.dmn.instance.InputEntry;
import org.operaton.bpm.model.dmn.instance.Output;
import org.operaton.bpm.model.dmn.instance.OutputEntry;
import org.operaton.bpm.model.dmn.instance.Rule;

/** One decision table; immutable, for any number of threads. */
public final class DecisionTable {
  /** The rules that hit while a table is evaluated; the engine tells them by a listener alone. */
  private static final ScopedValue<List<DmnEvaluatedDecisionRule>> HITS = ScopedValue.newInstance();

  private static final DmnEngine ENGINE = engine();

  private final String id;
  private final int version;
  private final String sha256;
  private final DmnDecision decision;
  private final TableText text;

  private DecisionTable(String id, byte[] file) {
    DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
    @Nullable Decision definition = model.getModelElementById(id);
    if (definition == null) {
      throw new IllegalArgumentException("no decision " + id + " in its file");
    }
    this.id = id;
    this.version = Integer.parseInt(definition.getVersionTag());
    this.sha256 = sha256(file);
    this.decision = ENGINE.parseDecision(id, model);
    this.text = text(definition);
  }

  /**
   * Loads the table of this id.
   *
   * @throws IllegalArgumentException if there is no such table
   */
  public static DecisionTable load(String id) {
    try (@Nullable InputStream file = DecisionTable.class.getResourceAsStream(id + ".dmn")) {
      if (file == null) {
        throw new IllegalArgumentException("no decision table " + id);
      }
      return new DecisionTable(id, file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Decides.
   *
   * @param inputs a value for each input of the table, by name
   * @throws RuntimeException if an input is missing, or rules of a table of which one rule at most
   *     may hit overlap
   */
  public Ruling decide(Map<String, Object> inputs) {
    var evaluated = new ArrayList<DmnEvaluatedDecisionRule>();
    ScopedValue.where(HITS, evaluated).run(() -> ENGINE.evaluateDecisionTable(decision, inputs));
    List<Ruling.Hit> hits = evaluated.stream().map(DecisionTable::hit).toList();
    return new Ruling(
        new UsedTable(id, version, sha256, hits.stream().map(Ruling.Hit::rule).toList()), hits);
  }

  /** Returns the table's id. */
  public String id() {
    return id;
  }

  /** Returns the table's version, from 1. */
  public int version() {
    return version;
  }

  /** Returns 64 hexadecimal digits of the SHA-256 of the table's file. */
  public String sha256() {
    return sha256;
  }

  /** Returns the table as people read it. */
  public TableText text() {
    return text;
  }

  private static Ruling.Hit hit(DmnEvaluatedDecisionRule rule) {
    var outputs = new HashMap<String, Object>();
    rule.getOutputEntries()
        .forEach((name, entry) -> outputs.put(name, entry.getValue().getValue()));
    return new Ruling.Hit(rule.getId(), outputs);
  }

  private static TableText text(Decision definition) {
    var table = (org.operaton.bpm.model.dmn.instance.DecisionTable) definition.getExpression();
    return new TableText(
        definition.getName(),
        table.getHitPolicy() == HitPolicy.UNIQUE,
        table.getInputs().stream().map(Input::getLabel).toList(),
        table.getOutputs().stream().map(Output::getName).toList(),
        table.getRules().stream().map(DecisionTable::row).toList());
  }

  private static TableText.Row row(Rule rule) {
    var inputs = new ArrayList<String>();
    for (InputEntry entry : rule.getInputEntries()) {
      inputs.add(entry.getText().getTextContent());
    }
    var outputs = new ArrayList<String>();
    for (OutputEntry entry : rule.getOutputEntries()) {
      outputs.add(entry.getText().getTextContent());
    }
    return new TableText.Row(((DmnElement) rule).getId(), inputs, outputs);
  }

  /** The reader of expressions that needs no Scala is called the legacy one. */
  private static DmnEngine engine() {
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setEnableFeelLegacyBehavior(true);
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(DecisionTable::note));
    return configuration.buildEngine();
  }

  private static void note(DmnDecisionTableEvaluationEvent event) {
    HITS.get().addAll(event.getMatchingRules());
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
