package cn.gdpilot.domain.text;

import java.util.Locale;
import java.util.ResourceBundle;

/** The clauses of the notices that state the rules: people read these, models and clients the rules' numbers. */
public final class Clauses {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("clauses", Locale.ROOT);

    private Clauses() {}

    /**
     * The clause of a rule, e.g. 粤工信工业互联网函〔2023〕37号第三条第（二）项 of R3.2.
     *
     * @param rule number of the rule, never null
     * @return the clause; the number itself if no clause is known
     */
    public static String of(String rule) {
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
        return BUNDLE.containsKey(own) ? BUNDLE.getString(own) : of(rule);
    }
}
