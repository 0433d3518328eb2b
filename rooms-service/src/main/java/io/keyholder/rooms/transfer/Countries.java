package io.keyholder.rooms.transfer;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Countries as people write them: by either code of ISO 3166-1, or by their names in many languages, without regard to case,
 * accents and punctuation. A name that means two countries means none.
 */
final class Countries {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "hu", "ro", "bg", "el", "tr", "sv",
            "da", "nb", "fi", "et", "lv", "lt", "ru", "uk", "ja", "zh", "ko", "ar", "he", "hi", "id", "vi", "th");

    /** What people say and no table of names does. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("UK", "GB"),
            Map.entry("Great Britain", "GB"),
            Map.entry("United States of America", "US"),
            Map.entry("Czech Republic", "CZ"),
            Map.entry("Holland", "NL"),
            Map.entry("Republic of Korea", "KR"),
            Map.entry("Korea", "KR"),
            Map.entry("Russian Federation", "RU"),
            Map.entry("Viet Nam", "VN"),
            Map.entry("Hong Kong", "HK"),
            Map.entry("Macau", "MO"),
            Map.entry("Macao", "MO"),
            Map.entry("Ivory Coast", "CI"),
            Map.entry("Turkey", "TR"),
            Map.entry("UAE", "AE"),
            Map.entry("Swaziland", "SZ"),
            Map.entry("Macedonia", "MK"),
            Map.entry("Cape Verde", "CV"),
            Map.entry("East Timor", "TL"),
            Map.entry("Burma", "MM"));

    private static final Pattern IGNORED = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern ARTICLE = Pattern.compile("^the(?= )");

    private Countries() {}

    /** Read when the first import comes. */
    private static final class Known {
        private static final Map<String, String> CODES = codes();
    }

    /** @return its alpha-2 code */
    static Optional<String> code(String text) {
        return Optional.ofNullable(Known.CODES.get(key(text)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            for (String language : LANGUAGES) {
                String other = codes.putIfAbsent(key(country.getDisplayCountry(Locale.of(language))), code);
                if (other != null && !other.equals(code)) {
                    ambiguous.add(key(country.getDisplayCountry(Locale.of(language))));
                }
            }
        }
        ambiguous.forEach(codes::remove);
        for (String code : Locale.getISOCountries()) {
            codes.put(key(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)), code);
        }
        ALSO.forEach((name, code) -> codes.put(key(name), code));
        // What comes later goes first: English names, what people say, and codes before all.
        for (String code : Locale.getISOCountries()) {
            codes.put(key(Locale.of("", code).getISO3Country()), code);
            codes.put(key(code), code);
        }
        return Map.copyOf(codes);
    }

    private static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ");
        String spaced =
                ARTICLE.matcher(IGNORED.matcher(plain).replaceAll(" ").strip()).replaceAll("");
        return spaced.replace(" ", "");
    }
}
