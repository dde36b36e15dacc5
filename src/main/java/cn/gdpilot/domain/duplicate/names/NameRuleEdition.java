package cn.gdpilot.domain.duplicate.names;

import java.time.Instant;
import java.util.List;

/**
 * Words and weights as an officer saved them.
 *
 * @param number  counts from 1
 * @param text    words and weights
 * @param note    why
 * @param savedBy account of the officer
 * @param savedAt when
 * @param changes what was changed since the edition before
 */
public record NameRuleEdition(
        int number,
        NameRuleText text,
        String note,
        String savedBy,
        Instant savedAt,
        List<NameRuleText.Change> changes) {}
