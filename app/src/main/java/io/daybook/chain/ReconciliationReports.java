package io.daybook.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.recorder.publication.Statements;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comparisons of journal, logs and chain found, as files to keep and to show elsewhere. The
 * same block gives the same bytes, but for the note's signatures.
 */
public final class ReconciliationReports {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FORMAT = "daybook-reconciliation/v1";
  private static final String SUBJECT = "reconciliation";

  private final ReconciliationTable table;
  private final LinkTable links;
  private final Statements statements;

  ReconciliationReports(ReconciliationTable table, LinkTable links, Statements statements) {
    this.table = table;
    this.links = links;
    this.statements = statements;
  }

  /** A file, with its media type. */
  public record Report(String content, MediaType type) {}

  /**
   * Returns a file about the comparison at {@code block}: {@code report.json}, {@code report.csv},
   * or {@code report.note}, which signs the former; absent if there is no such file.
   */
  public Optional<Report> find(long block, String file) {
    return table
        .find(block)
        .flatMap(found ->
            switch (file) {
              case "report.json" ->
                  Optional.of(new Report(json(found), MediaType.APPLICATION_JSON));
              case "report.csv" ->
                  Optional.of(new Report(csv(found), new MediaType("text", "csv", UTF_8)));
              case "report.note" ->
                  statements
                      .sign(SUBJECT, found.block(), json(found).getBytes(UTF_8))
                      .map(note -> new Report(note, new MediaType(MediaType.TEXT_PLAIN, UTF_8)));
              default -> Optional.empty();
            });
  }

  private String json(Reconciled found) {
    Link link = links.find().orElseThrow();
    Map<Break.Category, Long> counts =
        found.breaks().stream()
            .collect(Collectors.groupingBy(Break::category, Collectors.counting()));
    var report = new LinkedHashMap<String, Object>();
    report.put("format", FORMAT);
    report.put("chainId", link.chainId());
    report.put("contract", link.tickets().address().value());
    report.put("block", found.block());
    report.put("blockHash", found.blockHash().value());
    report.put("matched", found.matched());
    report.put("pending", found.pending());
    var differing = new LinkedHashMap<String, Long>();
    for (Break.Category category : Break.Category.values()) {
      differing.put(category.name(), counts.getOrDefault(category, 0L));
    }
    report.put("differing", differing);
    report.put("breaks", found.breaks().stream().map(ReconciliationReports::members).toList());
    return JSON.writeValueAsString(report);
  }

  private static Map<String, @Nullable String> members(Break found) {
    var members = new LinkedHashMap<String, @Nullable String>();
    members.put("category", found.category().name());
    members.put("token", found.token().number().toString());
    members.put("ticket", found.ticket());
    members.put("expected", found.expected());
    members.put("inLogs", found.inLogs());
    members.put("onChain", found.onChain());
    return members;
  }

  /** No value has a comma or a quote: words, numbers, ids and hexadecimal digits. */
  private static String csv(Reconciled found) {
    return "category,token,ticket,expected,in_logs,on_chain\r\n"
        + found.breaks().stream()
            .map(each ->
                String.join(
                        ",",
                        each.category().name(),
                        each.token().number().toString(),
                        Objects.requireNonNullElse(each.ticket(), ""),
                        each.expected(),
                        each.inLogs(),
                        each.onChain())
                    + "\r\n")
            .collect(Collectors.joining());
  }
}
