package io.daybook.kyb.screening.list;

/** The formats that lists are read in. */
public enum ListFormat {
  /** OFAC's legacy files: sdn.csv and those beside it. */
  OFAC_CSV,
  /** OFAC's Advanced Sanctions Data Model. */
  OFAC_XML,
  /** The consolidated list of the United Nations. */
  UN_XML,
  /** The financial sanctions file of the European Union. */
  EU_XML,
  /** OFSI's consolidated list or the UK sanctions list as a table. */
  UK_CSV,
  /** The UK sanctions list. */
  UK_XML,
  /** FollowTheMoney entities, one a line. */
  FTM_JSON,
  /** A table with a header: OpenSanctions' targets.simple.csv, or a list of one's own. */
  SIMPLE_CSV;

  ListReader reader() {
    return switch (this) {
      case OFAC_CSV -> new OfacCsvList();
      case OFAC_XML -> new OfacXmlList();
      case UN_XML -> new UnXmlList();
      case EU_XML -> new EuXmlList();
      case UK_CSV -> new UkCsvList();
      case UK_XML -> new UkXmlList();
      case FTM_JSON -> new FtmJsonList();
      case SIMPLE_CSV -> new SimpleCsvList();
    };
  }
}
