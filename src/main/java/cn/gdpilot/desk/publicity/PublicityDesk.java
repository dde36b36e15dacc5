package cn.gdpilot.desk.publicity;

import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.publicity.ListToPublish;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an office does with a list that is to be public, whichever office it is. */
@Service
class PublicityDesk {

    private final List<ListToPublish> lists;
    private final Hearing hearing;
    private final Publicities publicities;
    private final PublicityTiming timing;
    private final LeftOff leftOff;

    PublicityDesk(
            List<ListToPublish> lists,
            Hearing hearing,
            Publicities publicities,
            PublicityTiming timing,
            LeftOff leftOff) {
        this.lists = lists;
        this.hearing = hearing;
        this.publicities = publicities;
        this.timing = timing;
        this.leftOff = leftOff;
    }

    List<String> proposed(String roundId, String unitId) {
        return list(unitId).proposed(roundId);
    }

    List<String> scoredAgain(String roundId, String unitId) {
        return list(unitId).scoredAgain(roundId);
    }

    /**
     * Opens the list to the public.
     *
     * @throws Refusal if it cannot be this office's list, leaves off in silence what is proposed, or would come too late
     *     and that is not confirmed
     */
    @Transactional
    public void open(String roundId, String unitId, Opening opening, Actor officer) {
        list(unitId).check(roundId, opening.list());
        leftOff.hold(proposed(roundId, unitId), opening.list(), opening.whyLeftOff(), officer);
        if (opening.inTimeOnly()) {
            timing.holdInTime(roundId, unitId, opening.days());
        }
        hearing.publish(roundId, unitId, opening.list(), opening.days(), officer);
    }

    /** True if the officer may make the list public no further. */
    boolean mayForgo(String roundId, String unitId) {
        return hearing.mayForgo(roundId, unitId);
    }

    /** Makes the list public no further. */
    @Transactional
    public void forgo(String roundId, String unitId, String grounds, Actor officer) {
        hearing.forgo(roundId, unitId, grounds, officer);
    }

    /** Until when a list that is opened today has to be over, in words; nothing for the ministry's, which is due nowhere. */
    String timing(String roundId, String unitId) {
        return timing.words(roundId, unitId);
    }

    @Transactional
    public void close(String roundId, String unitId) {
        hearing.close(newest(roundId, unitId));
    }

    @Transactional
    public boolean answered(String roundId, String unitId) {
        return hearing.allAnswered(newest(roundId, unitId).id());
    }

    Publicity newest(String roundId, String unitId) {
        return publicities.newest(roundId, unitId).orElseThrow();
    }

    private ListToPublish list(String unitId) {
        return lists.stream()
                .filter(one -> one.unitId().equals(unitId))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What the officer has answered.
     *
     * @param list       numbers of the projects in their order
     * @param days       working days of the publicity
     * @param inTimeOnly whether the officer has not confirmed that the list may come too late to the ministry
     * @param whyLeftOff reasons, as typed, for what is proposed and left off; null if nothing was
     */
    record Opening(List<String> list, int days, boolean inTimeOnly, String whyLeftOff) {}
}
