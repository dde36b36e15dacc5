package cn.gdpilot.domain.eligibility;

import cn.gdpilot.domain.eligibility.Finding.Verdict;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares a credit code with what is applied for: its area with the bureau (R2.2, R3.1), its kind with the type of applicant
 * (R2.1). A code may be older than a removal, so a person decides; the kind is a hint only.
 */
@Component
public class CreditCodeCheck {

    private static final String FILE = "credit-code-kinds.csv";
    /** Registered with the province or the state: such a code says nothing of a city. */
    private static final List<String> NEUTRAL = List.of("440000", "100000");

    private final Units units;
    private final Edited<Map<String, Kind>> kinds;

    CreditCodeCheck(Units units, ReferenceFiles files) {
        this.units = units;
        this.kinds = files.edited(List.of(FILE), CreditCodeCheck::read);
    }

    /** What the code says against the application; empty where it fits. */
    public List<Finding> of(Applicant applicant, Application application) {
        List<Finding> findings = new ArrayList<>();
        region(applicant.creditCode(), application).ifPresent(findings::add);
        kind(applicant).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> region(String code, Application application) {
        String city = CreditCode.cityOf(code);
        Unit unit = units.get(application.unitId());
        boolean ofACity = unit.type() == UnitType.CITY || unit.type() == UnitType.PLANNED_CITY;
        if (!ofACity || NEUTRAL.contains(city) || city.equals(unit.code())) {
            return Optional.empty();
        }
        String explanation = application.facts().regionExplanation();
        return Optional.of(Finding.ofOwnCheck(
                "R2.2",
                Verdict.REFER,
                Texts.of(
                        Words.none(explanation) ? "credit-code.elsewhere" : "credit-code.elsewhere-explained",
                        CreditCode.areaOf(code),
                        cityName(city),
                        unit.name())));
    }

    private String cityName(String code) {
        return units.all().stream()
                .filter(unit -> unit.code().equals(code))
                .map(Unit::city)
                .findFirst()
                .orElse(Texts.of("credit-code.other-area"));
    }

    private Optional<Finding> kind(Applicant applicant) {
        String prefix = applicant.creditCode().substring(0, 2);
        return Optional.ofNullable(kinds.value().get(prefix))
                .filter(kind -> !kind.types().contains(applicant.applicantType()))
                .map(kind -> Finding.ofOwnCheck(
                        "R2.1",
                        Verdict.NOTE,
                        Texts.of(
                                "credit-code.kind",
                                prefix,
                                kind.name(),
                                Texts.label("applicantType", applicant.applicantType()))));
    }

    private static Map<String, Kind> read(ReferenceFiles.Lists lists) {
        return lists.rows(FILE).stream()
                .map(row -> new Kind(
                        row.get("prefix"),
                        row.get("kind"),
                        Arrays.asList(row.get("applicant_types").split(";"))))
                .collect(Collectors.toMap(Kind::prefix, Function.identity()));
    }

    /**
     * A kind of registered body.
     *
     * @param prefix first two characters of its codes
     * @param name   Chinese name
     * @param types  types of applicants that such bodies normally are
     */
    private record Kind(String prefix, String name, List<String> types) {}
}
