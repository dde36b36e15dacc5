package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.domain.pending.PendingMatter;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.List;

/**
 * What the tables say about a round.
 *
 * @param id      the round's id
 * @param over    whether its result is announced, or it is void
 * @param matters its live applications
 * @param lists   its lists
 */
record RoundMatters(String id, boolean over, List<PendingMatter> matters, List<Recommendation> lists) {}
