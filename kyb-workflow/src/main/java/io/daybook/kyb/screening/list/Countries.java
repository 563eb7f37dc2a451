package io.daybook.kyb.screening.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries by their ISO 3166 codes and English names. */
public final class Countries {
  private static final Map<String, String> CODES = codes();

  private Countries() {}

  /**
   * Returns the codes, in lower case, of what is separated by ";" or "/"; a name that is not known
   * is left out, because it can neither agree nor differ.
   */
  public static List<String> of(String text) {
    var codes = new ArrayList<String>();
    for (String name : text.split("[;/]", -1)) {
      String code = CODES.get(plain(name));
      if (code != null && !codes.contains(code)) {
        codes.add(code);
      }
    }
    return codes;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  private static Map<String, String> codes() {
    var codes = new HashMap<String, String>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      String lower = code.toLowerCase(Locale.ROOT);
      codes.put(lower, lower);
      codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), lower);
      codes.put(plain(country.getDisplayCountry(Locale.ENGLISH)), lower);
    }
    String[][] others = {
      {"russianfederation", "ru"},
      {"iranislamicrepublicof", "ir"},
      {"islamicrepublicofiran", "ir"},
      {"koreanorth", "kp"},
      {"democraticpeoplesrepublicofkorea", "kp"},
      {"dprk", "kp"},
      {"koreasouth", "kr"},
      {"republicofkorea", "kr"},
      {"syrianarabrepublic", "sy"},
      {"burma", "mm"},
      {"democraticrepublicofthecongo", "cd"},
      {"congodemocraticrepublicofthe", "cd"},
      {"unitedstatesofamerica", "us"},
      {"usa", "us"},
      {"uk", "gb"},
      {"greatbritain", "gb"},
      {"unitedkingdomofgreatbritainandnorthernireland", "gb"},
      {"turkey", "tr"},
      {"czechrepublic", "cz"},
      {"ivorycoast", "ci"},
      {"macedonia", "mk"},
      {"swaziland", "sz"},
      {"peoplesrepublicofchina", "cn"},
      {"chinapeoplesrepublicof", "cn"},
      {"vietnam", "vn"},
      {"republicofmoldova", "md"},
      {"unitedrepublicoftanzania", "tz"},
      {"palestinian", "ps"},
      {"statepalestine", "ps"},
      {"belorussia", "by"},
      {"kosovo", "xk"},
      {"uae", "ae"}
    };
    for (String[] other : others) {
      codes.put(other[0], other[1]);
    }
    return codes;
  }
}
