package cn.gdpilot.domain.text;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The clauses of the notices that state the rules: people read these, models and clients the rules' numbers. */
public final class Clauses {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("clauses", Locale.ROOT);

    private static final AtomicReference<UnaryOperator<String>> LIST = new AtomicReference<>(rule -> null);

    private Clauses() {}

    /** Takes the clauses of a list, which stand in place of these; null where it has none. */
    static void give(UnaryOperator<String> list) {
        LIST.set(list);
    }

    private static String listed(String rule) {
        return LIST.get().apply(rule);
    }

    /**
     * The clause of a rule, e.g. 粤工信工业互联网函〔2023〕37号第三条第（二）项 of R3.2.
     *
     * @param rule number of the rule, never null
     * @return the clause; the number itself if no clause is known
     */
    public static String of(String rule) {
        String listed = listed(rule);
        if (listed != null) {
            return listed;
        }
        return BUNDLE.containsKey(rule) ? BUNDLE.getString(rule) : rule;
    }

    /**
     * The clause of a rule as it binds one kind of office: some rules join clauses of both notices.
     *
     * @param rule   number of the rule, never null
     * @param office kind of the office that decides; null = the system or the applicant
     * @return that office's own clause; else the rule's
     */
    public static String of(String rule, Enum<?> office) {
        String own = rule + "." + office;
        String listed = listed(own);
        if (listed != null) {
            return listed;
        }
        // A list that words the rule anew speaks for all offices that it does not name.
        return BUNDLE.containsKey(own) && listed(rule) == null ? BUNDLE.getString(own) : of(rule);
    }
}
