package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.CreditCode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The cities that an applicant belongs to, as far as conflicts of interest go: the one that it has entered, or else those of
 * the unit that it applied to and of its credit code.
 */
@Component
class ApplicantCities {

    private final Units units;

    ApplicantCities(Units units) {
        this.units = units;
    }

    /** Names without 市; empty where nothing is known, e.g. of a central enterprise registered with the state. */
    Set<String> of(Applicant applicant, Application application) {
        if (!applicant.city().isBlank()) {
            return Set.of(plain(applicant.city()));
        }
        List<Unit> all = units.all();
        String codeCity = CreditCode.cityOf(applicant.creditCode());
        return Stream.concat(
                        all.stream().filter(unit -> unit.id().equals(application.unitId())),
                        all.stream().filter(unit -> unit.code().equals(codeCity)))
                .map(unit -> plain(unit.city()))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
    }

    /** A city's name as it is compared: people write it with and without 市. */
    static String plain(String city) {
        return city.strip().replaceFirst("市$", "");
    }
}
