package io.daybook.kyb.screening.quality;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What happens to a name between a passport and a form. */
enum Mangling {
  ONE_TYPO {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return typo(name, random);
    }
  },
  TWO_TYPOS {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return typo(typo(name, random), random);
    }
  },
  SWAPPED {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      List<String> parts = parts(name);
      Collections.rotate(parts, 1);
      return String.join(" ", parts);
    }
  },
  FAMILY_FIRST {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      List<String> parts = parts(name);
      String last = parts.removeLast();
      return last.toUpperCase(Locale.ROOT)
          + (parts.isEmpty() ? "" : ", " + String.join(" ", parts));
    }
  },
  SPELLED_OTHERWISE {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return respelled(respelled(name, random), random);
    }
  },
  PART_DROPPED {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      List<String> parts = parts(name);
      if (parts.size() > 2) {
        parts.remove(1 + random.nextInt(parts.size() - 2));
      }
      return String.join(" ", parts);
    }
  },
  PART_ADDED {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      List<String> parts = parts(name);
      parts.add(1, parts(cultures.person()).getFirst());
      return String.join(" ", parts);
    }
  },
  JOINED {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      int blank = name.indexOf(' ');
      return blank < 0
          ? name
          : name.substring(0, blank) + name.substring(blank + 1).toLowerCase(Locale.ROOT);
    }
  },
  INITIAL {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      List<String> parts = parts(name);
      if (parts.size() > 2) {
        parts.set(1, parts.get(1).charAt(0) + ".");
      }
      return String.join(" ", parts);
    }
  },
  TITLED {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return cultures.honorific() + " " + name.toUpperCase(Locale.ROOT);
    }
  },
  HYPHENS_LOST {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return random.nextBoolean() ? name.replace("-", "") : name.replace('-', ' ');
    }
  },
  NEIGHBOURING_KEY {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      int at = letter(name, random);
      for (String row : KEYS) {
        int key = row.indexOf(Character.toLowerCase(name.charAt(at)));
        if (key >= 0) {
          int other = key == 0 || (key + 1 < row.length() && random.nextBoolean()) ? 1 : -1;
          return with(name, at, row.charAt(key + other));
        }
      }
      return name;
    }
  },
  LOOK_ALIKE {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return replaced(name, LOOK_ALIKES, random);
    }
  },
  DOUBLED_LETTER {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      int at = letter(name, random);
      return name.substring(0, at) + name.charAt(at) + name.substring(at);
    }
  },
  OTHER_VOWEL {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      for (int attempt = 0; attempt < 50; attempt++) {
        int at = letter(name, random);
        if (VOWELS.indexOf(name.charAt(at)) >= 0) {
          return with(name, at, VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
      }
      return name;
    }
  },
  CUT_SHORT {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      String longest = parts(name).stream().max(Comparator.comparingInt(String::length)).get();
      return longest.length() < 7
          ? name
          : name.replace(longest, longest.substring(0, longest.length() - 2));
    }
  },
  SPLIT {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      String longest = parts(name).stream().max(Comparator.comparingInt(String::length)).get();
      int half = longest.length() / 2;
      return longest.length() < 7
          ? name
          : name.replace(longest, longest.substring(0, half) + " " + longest.substring(half));
    }
  },
  NO_BLANKS {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return String.join("", parts(name)).toLowerCase(Locale.ROOT);
    }
  },
  NO_ACCENTS {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
  },
  LETTERS_OF_ANOTHER_SCRIPT {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return name.replace('a', 'а').replace('o', 'о').replace('e', 'е').replace('c', 'с');
    }
  };

  private static final String VOWELS = "aeiou";
  private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  private static final String[][] LOOK_ALIKES = {
    {"rn", "m"},
    {"m", "rn"},
    {"l", "1"},
    {"o", "0"},
    {"s", "5"},
    {"b", "6"},
    {"e", "c"},
    {"h", "b"},
    {"d", "cl"},
    {"w", "vv"},
    {"u", "v"},
    {"a", "o"},
    {"i", "l"}
  };

  private static final String[][] SPELLINGS = {
    {"ou", "u"}, {"kh", "h"}, {"ei", "ey"}, {"y", "i"}, {"sh", "ch"}, {"v", "w"}, {"ph", "f"},
    {"q", "k"}, {"c", "k"}, {"oo", "u"}, {"ee", "i"}, {"ss", "s"}, {"mm", "m"}, {"j", "dj"},
    {"x", "ks"}, {"gh", "g"}, {"th", "t"}, {"ts", "tz"}, {"iy", "y"}, {"i", "ii"}, {"s", "ss"},
    {"e", "i"}, {"u", "o"}, {"z", "s"}, {"yev", "ev"}, {"ü", "ue"}, {"ö", "oe"}, {"w", "v"}
  };

  abstract String of(String name, SplittableRandom random, Cultures cultures);

  private static List<String> parts(String name) {
    return new ArrayList<>(Arrays.asList(name.split(" ")));
  }

  /** Changes, drops, doubles or swaps a letter that is not the first of a word. */
  private static String typo(String name, SplittableRandom random) {
    for (int attempt = 0; attempt < 50; attempt++) {
      int at = 1 + random.nextInt(Math.max(1, name.length() - 2));
      boolean isInside =
          at + 1 < name.length()
              && Character.isLetter(name.charAt(at))
              && Character.isLetter(name.charAt(at - 1))
              && Character.isLetter(name.charAt(at + 1));
      if (isInside) {
        return typo(name, at, random);
      }
    }
    return name;
  }

  private static String typo(String name, int at, SplittableRandom random) {
    String before = name.substring(0, at);
    char c = name.charAt(at);
    String after = name.substring(at + 1);
    char other = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> before + other + after;
      case 1 -> before + after;
      case 2 -> before + c + other + after;
      default -> before + after.charAt(0) + c + after.substring(1);
    };
  }

  private static int letter(String name, SplittableRandom random) {
    int at = random.nextInt(name.length());
    while (!Character.isLetter(name.charAt(at))) {
      at = random.nextInt(name.length());
    }
    return at;
  }

  private static String with(String name, int at, char letter) {
    char same = Character.isUpperCase(name.charAt(at)) ? Character.toUpperCase(letter) : letter;
    return name.substring(0, at) + same + name.substring(at + 1);
  }

  private static String respelled(String name, SplittableRandom random) {
    return replaced(name, SPELLINGS, random);
  }

  private static String replaced(String name, String[][] spellings, SplittableRandom random) {
    int start = random.nextInt(spellings.length);
    for (int i = 0; i < spellings.length; i++) {
      String[] spelling = spellings[(start + i) % spellings.length];
      int at = name.indexOf(spelling[0], 1);
      if (at > 0) {
        return name.substring(0, at) + spelling[1] + name.substring(at + spelling[0].length());
      }
    }
    return name;
  }
}
