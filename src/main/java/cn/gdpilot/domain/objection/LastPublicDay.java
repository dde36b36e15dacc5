package cn.gdpilot.domain.objection;

import java.time.LocalDate;
import java.util.Optional;

/** A port: the last day on which a publicity may end, so that answers, signature and courier fit before the list is due (R4.3). */
public interface LastPublicDay {

    /** Empty where the office's list is due nowhere. */
    Optional<LocalDate> of(String roundId, String unitId);
}
