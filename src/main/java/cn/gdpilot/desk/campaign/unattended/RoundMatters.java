package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.domain.pending.PendingMatter;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the tables say about a round.
 *
 * @param id      the round's id
 * @param over    whether its result is announced, or it is void
 * @param matters its live applications
 * @param lists   its lists
 * @param lost    branches of its own instance that ought to stand somewhere and do not; none where it is over
 * @param asked   business keys of what is asked by an instance of its own, by process; also where it is over
 */
record RoundMatters(
        String id,
        boolean over,
        List<PendingMatter> matters,
        List<Recommendation> lists,
        Set<Branch> lost,
        Map<Flow, List<String>> asked) {}
