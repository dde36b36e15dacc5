package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import me.gosimple.nbvcxz.resources.DictionaryUtil;
import org.springframework.stereotype.Component;

/** The rule for passwords: ten characters, three of four kinds, none of those that everybody tries here or elsewhere, not the own name. */
@Component
public class PasswordPolicy {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 100;
    private static final int KINDS = 3;
    private static final int SHORTEST_NAME = 4;

    private final Set<String> common =
            DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).keySet();

    private final PasswordWords words = PasswordWords.load();

    /**
     * Judges a new password.
     *
     * @param password as typed; null counts as empty
     * @param names    names of the account and its holder, none of which may be part of the password
     * @throws Refusal that names everything which is missing
     */
    public void check(String password, String... names) {
        String typed = password == null ? "" : password;
        List<String> missing = new ArrayList<>();
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            missing.add(Texts.of("password.length", SHORTEST, LONGEST));
        }
        if (kinds(typed) < KINDS) {
            missing.add(Texts.of("password.kinds"));
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        if (common.contains(lower)) {
            missing.add(Texts.of("password.common"));
        }
        if (words.makeUp(typed)) {
            missing.add(Texts.of("password.field"));
        }
        for (String name : names) {
            if (name != null && name.length() >= SHORTEST_NAME && lower.contains(name.toLowerCase(Locale.ROOT))) {
                missing.add(Texts.of("password.name"));
                break;
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid("password.weak", String.join(Texts.of("password.and"), missing));
        }
    }

    private static long kinds(String text) {
        return List.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]").stream()
                .filter(kind -> text.matches("(?s).*" + kind + ".*"))
                .count();
    }
}
