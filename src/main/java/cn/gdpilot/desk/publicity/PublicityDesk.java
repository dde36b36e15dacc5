package cn.gdpilot.desk.publicity;

import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.publicity.ListToPublish;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an office does with a list that is to be public, whichever office it is. */
@Service
class PublicityDesk {

    private final List<ListToPublish> lists;
    private final Hearing hearing;
    private final Publicities publicities;

    PublicityDesk(List<ListToPublish> lists, Hearing hearing, Publicities publicities) {
        this.lists = lists;
        this.hearing = hearing;
        this.publicities = publicities;
    }

    List<String> proposed(String roundId, String unitId) {
        return list(unitId).proposed(roundId);
    }

    /** Opens the list to the public; refused is what can not be this office's list. */
    @Transactional
    public void open(String roundId, String unitId, List<String> list, int days, Actor officer) {
        list(unitId).check(roundId, list);
        hearing.publish(roundId, unitId, list, days, officer);
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
}
