package cn.gdpilot.domain.material;

import cn.gdpilot.domain.text.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** Kinds of materials (R2.13). */
public enum MaterialKind {
    APPLICATION_FORM,
    VIDEO,
    AUDIT_REPORT,
    COMMITMENT_LETTER,
    TRUTH_STATEMENT,
    INDEX,
    EVIDENCE,
    RESULT;

    /**
     * A kind as clients write it: APPLICATION_FORM or application-form.
     *
     * @throws Refusal if there is no such kind
     */
    public static MaterialKind parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.byRule("R2.13", "material.kind"));
    }
}
