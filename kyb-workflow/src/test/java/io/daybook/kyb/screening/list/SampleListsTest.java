package io.daybook.kyb.screening.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kyb.screening.name.NameKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same made-up entries stand in a sample of every format. */
class SampleListsTest {
  private static final Path SAMPLES = Path.of("samples");

  @ParameterizedTest
  @CsvSource({
    "own.csv, SIMPLE_CSV",
    "targets.simple.csv, SIMPLE_CSV",
    "entities.ftm.json, FTM_JSON",
    "ofac/sdn.csv, OFAC_CSV",
    "ofac/sdn_advanced.xml, OFAC_XML",
    "un.xml, UN_XML",
    "eu.xml, EU_XML",
    "uk.csv, UK_CSV",
    "uk.xml, UK_XML"
  })
  void formatIsToldFromTheFileAndThePersonIsRead(String file, ListFormat format)
      throws IOException {
    Path list = SAMPLES.resolve(file);
    List<ListedEntity> told = read(list, Optional.empty());

    assertThat(told).isEqualTo(read(list, Optional.of(format)));
    ListedEntity person = told.getFirst();
    assertThat(person.kind()).isEqualTo(NameKind.PERSON);
    assertThat(person.birthDates()).contains("1964-03-17");
    assertThat(person.countries()).containsExactly("ru");
    assertThat(person.identifiers()).containsExactly("7301445566");
    assertThat(told.get(1).kind()).isEqualTo(NameKind.ORGANISATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own.csv",
        "entities.ftm.json",
        "ofac/sdn.csv",
        "ofac/sdn_advanced.xml",
        "un.xml",
        "eu.xml",
        "uk.csv",
        "uk.xml"
      })
  void anAliasThatTheListCallsWeakIsWeak(String file) throws IOException {
    ListedEntity person = read(SAMPLES.resolve(file), Optional.empty()).getFirst();

    assertThat(person.names().stream().filter(ListedName::isWeak).map(ListedName::text))
        .singleElement()
        .asString()
        .isEqualToIgnoringCase("The Heron");
  }

  @ParameterizedTest
  @ValueSource(strings = {"own.csv", "ofac/sdn.csv", "ofac/sdn_advanced.xml"})
  void walletsAreRead(String file) throws IOException {
    assertThat(read(SAMPLES.resolve(file), Optional.empty()).getFirst().wallets())
        .containsExactly("0x52908400098527886E0F7030069857D2E4169EE7");
  }

  static List<ListedEntity> read(Path list, Optional<ListFormat> format) throws IOException {
    return ListFile.read(list, format, _ -> {});
  }
}
