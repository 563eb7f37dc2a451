package io.daybook.kyb.screening.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePairTest {
  private static final NameParser PARSER = new NameParser();
  private static final double THRESHOLD = 0.8;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Viktor Drozdovsky          | DROZDOVSKY, Viktor
          Viktor Drozdovskij         | Viktor Drozdovskiy
          Viktor Drozdvosky          | Viktor Drozdovsky
          ViktorDrozdovsky           | Viktor Drozdovsky
          Dr. Viktor Drozdovsky      | Viktor Drozdovsky
          V. Drozdovsky              | Viktor Drozdovsky
          Viktor Drozdovsky          | Viktor Antonovich Drozdovsky
          Дроздовский Виктор         | Viktor Drozdovsky
          Βίκτωρ Δροζδόφσκι          | Viktor Drozdofski
          محمد الحداد                | Mohammed al-Haddad
          משה לוי                    | Moshe Levi
          习近平                     | Xi Jinping
          김정은                     | Kim Jong Un
          بشار الأسد                 | Bashar al-Assad
          Abd al-Rahman al-Haddad    | Abdurrahman Haddad
          Saif al-Din Haddad         | Saifuddin Haddad
          Muhammad bin Salim         | Mohamed ibn Saleem
          Bill Oakfield              | William Oakfield
          Viktor Dro2dovsky          | Viktor Drozdovsky
          Viktor Drozdovskv          | Viktor Drozdovsky
          Viktor Drozclovsky         | Viktor Drozdovsky
          viktorantonovichdrozdovsky | Viktor Antonovich Drozdovsky
          Viktor Drozdovsky          | DROZDOVSKY Viktor Antonovich
          عبد الله الحداد            | Abdullah Al-Haddad
          Ἀνδρέας Παπαδάκης          | Andreas Papadakis
          AN, Ji Hoon                | An Ji-hoon
          """)
  void sameBearerUnderAnotherSpelling(String one, String other) {
    assertThat(score(one, other, NameKind.PERSON)).isGreaterThanOrEqualTo(THRESHOLD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Viktor Drozdovsky                 | Anton Drozdovsky
          Viktor Drozdovsky                 | Viktor Lomakin
          Viktor Antonovich Drozdovsky      | Viktor Borisovich Drozdovsky
          A. Drozdovsky                     | Viktor Drozdovsky
          Viktor                            | Viktor Drozdovsky
          习近朋                            | 习近平
          김종은                            | 김정은
          Ahmad Salim Hasan al-Dulaimi      | Ahmad Salim Hasan al-Tikriti
          Leo Majerus                       | Leo M. Obogne
          حمزة الدوعني                      | Hamza Laden
          안 민서                           | So Min-jun
          박 수                             | Park Myong-su
          """)
  void relativesAndStrangersAreOthers(String one, String other) {
    assertThat(score(one, other, NameKind.PERSON)).isLessThan(THRESHOLD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Aurora Meridian Trading LLC            | Aurora Meridian Trading OOO
          ООО "Аврора Меридиан"                  | Avrora Meridian OOO
          A.B.C. Company                         | ABC Co.
          The Aurora & Meridian Group            | Aurora and Meridian Group
          Aurora Int'l Shipping Co. Ltd          | Aurora International Shipping Company Limited
          Aurora Gesellschaft mit beschränkter Haftung | Aurora GmbH
          First Aurora Bank                      | 1st Aurora Bank
          Aurora Meridian Trading LCL            | Aurora Meridian Trading LLC
          Aurora Meridian Propetry Ltd           | Aurora Meridian Property Ltd
          Aurora Meridian Shippingcompany        | Aurora Meridian Shipping Company
          Aurora Meridian, S.A. DE C.            | Aurora Meridian, S.A. DE C.V.
          Hang Kong Aurora Meridian              | Hong Kong Aurora Meridian
          LSO MERIDIANOS                         | LOS MERIDIANOS
          PSC Ltd                                | Psc Ltd.
          """)
  void oneCompanyUnderAnotherForm(String one, String other) {
    assertThat(score(one, other, NameKind.ORGANISATION)).isGreaterThanOrEqualTo(THRESHOLD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Aurora Oil Company          | Aurora Gas Company
          Aurora Bank of Spain        | Aurora Bank of Norway
          Aurora Fund II              | Aurora Fund III
          Meridian Trading LLC        | Aurora Trading LLC
          """)
  void sisterCompaniesAreOthers(String one, String other) {
    assertThat(score(one, other, NameKind.ORGANISATION)).isLessThan(THRESHOLD);
  }

  @ParameterizedTest
  @CsvSource({"'   '", "'!?'", "'—'", "'\u0000'"})
  void textWithoutLettersIsNoName(String text) {
    assertThat(PARSER.parse(text, NameKind.PERSON)).isEmpty();
  }

  static double score(String one, String other, NameKind kind) {
    var comparison = new NameComparison(PARSER, NameWeights.STANDARD);
    double best = 0;
    for (ParsedName query : PARSER.parse(one, kind)) {
      for (ParsedName listed : PARSER.parse(other, kind)) {
        double score = comparison.score(query, listed);
        assertThat(comparison.explain(query, listed).score()).isEqualTo(score);
        best = Math.max(best, score);
      }
    }
    return best;
  }

  static List<ParsedName> parse(String text) {
    return PARSER.parse(text, NameKind.UNKNOWN);
  }
}
