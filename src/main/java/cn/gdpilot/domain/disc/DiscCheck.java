package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.text.Texts;
import java.time.Instant;

/**
 * A check of a disc, as it was kept.
 *
 * @param volume    which disc it was, from 1 on
 * @param volumes   of how many
 * @param scope     whether files were read, or manifests only
 * @param whole     true if it was just what it should be
 * @param missing   how many files were not there
 * @param changed   how many had another content
 * @param extra     how many did not belong there
 * @param checkedBy account
 * @param office    for whom that person works; may be null
 * @param checkedAt when
 */
public record DiscCheck(
        int volume,
        int volumes,
        DiscFindings.Scope scope,
        boolean whole,
        int missing,
        int changed,
        int extra,
        String checkedBy,
        String office,
        Instant checkedAt) {
    /** What came out, in words. */
    public String outcome() {
        return whole ? Texts.of("disc.outcome-whole") : Texts.of("disc.outcome-differs", missing, changed, extra);
    }
}
