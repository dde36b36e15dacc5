package cn.gdpilot.application;

import cn.gdpilot.dossier.MaterialKind;
import cn.gdpilot.wording.Refusal;
import java.util.Arrays;

/** Reads kinds of materials as clients write them: APPLICATION_FORM or application-form. */
final class Kinds {

    private Kinds() {}

    static MaterialKind parse(String text) {
        String name = text.strip().toUpperCase().replace('-', '_');
        return Arrays.stream(MaterialKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.byRule("R2.13", "material.kind"));
    }
}
