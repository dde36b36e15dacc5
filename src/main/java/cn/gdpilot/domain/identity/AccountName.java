package cn.gdpilot.domain.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user name as people see it.
 *
 * @param typed as typed
 */
public record AccountName(String typed) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,63}");

    /** Names of offices and of those who look after the system, and of nobody. */
    private static final Pattern OFFICES = Pattern.compile("(city|dept|ca|central)(-.*|\\d+)|ministry.*"
            + "|(expert|designer|operator|security|auditor|camunda-?admin|admin|administrator|root)(-?\\d+|-lead)?"
            + "|system|unknown|nobody");

    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Punct}\\p{Pd}\\s]+");

    /** Cyrillic and Greek small letters, and the Latin ones that look like them. */
    private static final Map<Integer, String> LOOK_ALIKES =
            lookAlikes("авсеіјкмнорԛѕтухԁһӏɡαικνορτυχ", "abceijkmhopqstyxdhlgaikvoptux");

    public AccountName {
        typed = typed == null ? "" : typed;
    }

    boolean isAllowed() {
        return ALLOWED.matcher(typed).matches();
    }

    /** True if it looks like a name that an office or the system has. */
    boolean looksLikeAnOffice() {
        String seen = seen();
        return Stream.of(
                        seen,
                        seen.replace('0', 'o').replace('1', 'i'),
                        seen.replace('0', 'o').replace('1', 'l'))
                .anyMatch(name -> OFFICES.matcher(name).matches());
    }

    /** True if people may take it for another name: letters, digits and separators that look alike count as the same. */
    public boolean looksLike(String other) {
        return shape().equals(new AccountName(other).shape());
    }

    /** Names that differ by case only have the same key. */
    String key() {
        return typed.toLowerCase(Locale.ROOT);
    }

    private String seen() {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String latin = plain.codePoints()
                .mapToObj(point -> LOOK_ALIKES.getOrDefault(point, Character.toString(point)))
                .collect(Collectors.joining());
        return SEPARATORS.matcher(latin).replaceAll("-");
    }

    private String shape() {
        return seen().replace("-", "").replace('0', 'o').replace('1', 'l').replace('i', 'l');
    }

    private static Map<Integer, String> lookAlikes(String foreign, String latin) {
        int[] from = foreign.codePoints().toArray();
        return Stream.iterate(0, at -> at < from.length, at -> at + 1)
                .collect(Collectors.toUnmodifiableMap(at -> from[at], at -> latin.substring(at, at + 1)));
    }
}
