package cn.gdpilot.domain.material;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Kind of material (R2.13). The first eight are of every year, and some rules speak of them; a round's notice may ask for more
 * ({@link MaterialKinds}). There is one object a kind, so that kinds may be compared as such.
 */
public final class MaterialKind {

    private static final Map<String, MaterialKind> KNOWN = new ConcurrentHashMap<>();

    public static final MaterialKind APPLICATION_FORM = valueOf("APPLICATION_FORM");
    public static final MaterialKind VIDEO = valueOf("VIDEO");
    public static final MaterialKind AUDIT_REPORT = valueOf("AUDIT_REPORT");
    public static final MaterialKind COMMITMENT_LETTER = valueOf("COMMITMENT_LETTER");
    public static final MaterialKind TRUTH_STATEMENT = valueOf("TRUTH_STATEMENT");
    public static final MaterialKind INDEX = valueOf("INDEX");
    public static final MaterialKind EVIDENCE = valueOf("EVIDENCE");
    public static final MaterialKind RESULT = valueOf("RESULT");

    /** Kinds of every year, in their order. */
    static final List<MaterialKind> OF_EVERY_YEAR =
            List.of(APPLICATION_FORM, VIDEO, AUDIT_REPORT, COMMITMENT_LETTER, TRUTH_STATEMENT, INDEX, EVIDENCE, RESULT);

    private final String name;

    private MaterialKind(String name) {
        this.name = name;
    }

    /** The kind of that name; files keep theirs when a later notice does not ask for it. */
    @JsonCreator
    public static MaterialKind valueOf(String name) {
        return KNOWN.computeIfAbsent(name, MaterialKind::new);
    }

    @JsonValue
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
