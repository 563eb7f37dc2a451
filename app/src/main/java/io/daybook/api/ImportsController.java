package io.daybook.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Entries of the main book by the file: read and posted line by line, and answered so. */
@DryRunnable
@RestController
@RequestMapping(
    path = ImportsController.PATH,
    consumes = {ImportsController.NDJSON, "text/csv"},
    produces = ImportsController.NDJSON)
class ImportsController {
  static final String PATH = "/api/v1/ledger/imports";
  static final String NDJSON = "application/x-ndjson";

  private static final MediaType CSV = MediaType.parseMediaType("text/csv");

  private final Commands commands;
  private final Validator validator;
  private final JsonMapper json;
  private final Clock clock;

  ImportsController(Commands commands, Validator validator, JsonMapper json, Clock clock) {
    this.commands = commands;
    this.validator = validator;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping
  void load(HttpServletRequest request, HttpServletResponse response, WriteKey key)
      throws IOException {
    ImportFormat format = format(request.getContentType());
    response.setStatus(HttpStatus.OK.value());
    response.setContentType(NDJSON);
    OutputStream out = response.getOutputStream();
    var load = new LedgerImport(commands, validator, clock, key, line -> write(out, line));
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try (var reader =
        new BufferedReader(new InputStreamReader(request.getInputStream(), decoder))) {
      load.run(reader, format);
    }
  }

  private ImportFormat format(String contentType) {
    return MediaType.parseMediaType(contentType).equalsTypeAndSubtype(CSV)
        ? new ImportFormat.Csv()
        : new ImportFormat.Ndjson(json);
  }

  private void write(OutputStream out, Object line) {
    try {
      out.write(json.writeValueAsBytes(line));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
