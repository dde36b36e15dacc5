package cn.gdpilot.domain.material;

import cn.gdpilot.domain.text.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** The notice's kinds of related results (R2.13), in its order. */
public enum ResultClass {
    /** 专精特新 or 小巨人. */
    CERTIFICATE,
    INTELLECTUAL_PROPERTY,
    AWARD,
    CORE_TECHNOLOGY,
    /** Proof of use, stamped by users. */
    USE_PROOF,
    /** Proof of support for government or for an event. */
    SUPPORT_PROOF,
    OTHER;

    /**
     * A class as clients write it: USE_PROOF or use-proof.
     *
     * @return null if none is given
     * @throws Refusal if there is no such class
     */
    static ResultClass parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.byRule("R2.13", "material.class"));
    }
}
