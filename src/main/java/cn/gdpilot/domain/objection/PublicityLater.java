package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.publicity.Publicity;
import java.time.Instant;

/**
 * A holiday that was entered later makes a publicity end later, or would: as far as the list may still reach the ministry.
 *
 * @param publicity the list with its end as it is now
 * @param wanted    the end that its working days ask for; later than the list's where that would be too late
 * @param moved     false if the list ends as late as it may already, so that only the wanted end is told
 */
public record PublicityLater(Publicity publicity, Instant wanted, boolean moved) {}
