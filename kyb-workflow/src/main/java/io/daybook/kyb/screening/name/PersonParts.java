package io.daybook.kyb.screening.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells given and family names from particles, titles and initials. */
final class PersonParts {
  private static final Set<String> SERVANT =
      Set.of("abd", "abdel", "abdal", "abdoul", "abdol", "abdul", "abdur", "abdus", "abdool");
  private static final Set<String> ARTICLE =
      Set.of("al", "el", "ul", "ar", "as", "ad", "az", "an", "ash");

  /** Articles that stand before a name's last part only; in front they are Korean surnames. */
  private static final Set<String> LATE_ARTICLE = Set.of("ar", "as", "ad", "at", "az", "an", "ash");

  private static final Set<String> GOD = Set.of("allah", "allh", "ullah", "alla", "ellah", "lah");
  private static final Set<String> SON =
      Set.of("bin", "ibn", "ben", "bint", "binti", "bent", "ould", "oulid", "walad", "wuld");
  private static final Set<String> FATHER = Set.of("abu", "abou", "abi", "aboo", "ebu");
  private static final Set<String> FIRM = Set.of("llc", "ltd", "inc", "gmbh", "ooo", "corp", "sa");

  /** "Abdurrahman", "Abdelaziz": the servant of one of God's names, in one word. */
  private static final Pattern SERVANT_OF =
      Pattern.compile("(?:abdu|abde|abda|abdou|abdo)(?:l|(r)(?=r)|(s)(?=s))([a-z]{4,})");

  /** "Nureddin", "Saifuddine": of the faith, in one word. */
  private static final Pattern OF_THE_FAITH =
      Pattern.compile("([a-z]{2,}?)(?:u|e|a|ou|oo)dd?(?:i|ee)ne?");

  private static final Pattern GODS_SERVANT = Pattern.compile("abd[aeuo]u?ll?ah?i?");

  private final Lexicon lexicon;

  PersonParts(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  List<NamePart> of(String text, List<String> words, boolean isVowelless) {
    List<String> standard = standardised(text, words);
    var parts = new ArrayList<NamePart>(standard.size());
    for (int i = 0; i < standard.size(); i++) {
      String word = standard.get(i);
      boolean isFamilyName =
          i == 0 && text.length() > word.length() && text.charAt(word.length()) == ',';
      PartRole role = isFamilyName && word.length() > 1 ? nameRole(word) : role(word, i, standard);
      parts.add(NamePart.word(word, role, lexicon, isVowelless));
    }
    return parts;
  }

  private List<String> standardised(String text, List<String> words) {
    var standard = new ArrayList<String>(words.size() + 2);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean isLast = i == words.size() - 1;
      if (SERVANT.contains(word) && !isLast && GOD.contains(words.get(i + 1))) {
        standard.add("abdullah");
        i++;
      } else if (SERVANT.contains(word) && (!isLast || word.equals("abd"))) {
        standard.add("abdul");
        i += !isLast && ARTICLE.contains(words.get(i + 1)) && i + 2 < words.size() ? 1 : 0;
      } else if (SON.contains(word) && !isLast && i > 0) {
        standard.add("bin");
      } else if (FATHER.contains(word) && !isLast) {
        standard.add("abu");
      } else if (!lexicon.isHonorific(word) && isInitials(text, word)) {
        word.chars().forEach(c -> standard.add(Character.toString(c)));
      } else {
        addSplit(word, standard);
      }
    }
    return standard;
  }

  private static void addSplit(String word, List<String> standard) {
    Matcher servant = SERVANT_OF.matcher(word);
    if (servant.matches() && !GODS_SERVANT.matcher(word).matches()) {
      standard.add("abdul");
      standard.add(servant.group(3));
      return;
    }
    Matcher faith = OF_THE_FAITH.matcher(word);
    if (word.length() >= 7 && faith.matches()) {
      standard.add(faith.group(1));
      standard.add("din");
      return;
    }
    standard.add(word);
  }

  /** "JC" beside other words is two initials; so it is written in capitals and has no vowel. */
  private static boolean isInitials(String text, String word) {
    if (word.length() != 2 || !word.chars().noneMatch(c -> Sound.isVowel((char) c))) {
      return false;
    }
    String capitals = word.toUpperCase(Locale.ROOT);
    return text.contains(capitals) && !text.equals(text.toUpperCase(Locale.ROOT));
  }

  private PartRole role(String word, int at, List<String> words) {
    boolean isLast = at == words.size() - 1;
    if (word.length() == 1) {
      return PartRole.INITIAL;
    }
    if (isLast && words.size() > 2 && FIRM.contains(word)) {
      return PartRole.LEGAL_FORM;
    }
    if (lexicon.isHonorific(word) && words.size() > 1 && isTitleAt(at, words)) {
      return PartRole.HONORIFIC;
    }
    boolean isRareAtStart = at == 0 && LATE_ARTICLE.contains(word);
    if (lexicon.isParticle(word) && !isLast && words.size() > 2 && !isRareAtStart) {
      return PartRole.PARTICLE;
    }
    if (word.equals("al") && !isLast) {
      return PartRole.PARTICLE;
    }
    return nameRole(word);
  }

  private PartRole nameRole(String word) {
    return lexicon.isCommonName(word) ? PartRole.COMMON : PartRole.NAME;
  }

  /** A title stands in front; elsewhere only a name that has two parts without it can spare it. */
  private boolean isTitleAt(int at, List<String> words) {
    long others = words.stream().filter(w -> w.length() > 1 && !lexicon.isHonorific(w)).count();
    boolean isLeading = words.subList(0, at).stream().allMatch(lexicon::isHonorific);
    return isLeading ? others >= 1 : others >= 2;
  }
}
