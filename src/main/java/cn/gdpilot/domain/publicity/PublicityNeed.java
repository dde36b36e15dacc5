package cn.gdpilot.domain.publicity;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.scoring.Panels;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether an office has to make its list public, or to make it public once more. */
@Component
public class PublicityNeed {

    private final List<ListToPublish> lists;
    private final Publicities publicities;
    private final Opinions opinions;
    private final Panels panels;

    PublicityNeed(List<ListToPublish> lists, Publicities publicities, Opinions opinions, Panels panels) {
        this.lists = lists;
        this.publicities = publicities;
        this.opinions = opinions;
        this.panels = panels;
    }

    /**
     * If the round says so, and something is to be listed that was not public yet. A list that only lost projects since is
     * not made public anew.
     */
    public boolean needed(String roundId, String unitId) {
        return publicities.organised(roundId, unitId)
                && publicities
                        .newest(roundId, unitId)
                        .map(last -> !unlisted(last).isEmpty())
                        .orElse(true);
    }

    /**
     * If something is to be listed whose review or experts were through only after the list had become public, so that its
     * place was not known then. What an officer has left off a public list otherwise is not asked for again.
     */
    public boolean neededForLate(String roundId, String unitId, UnitType level) {
        return publicities.organised(roundId, unitId)
                && publicities
                        .newest(roundId, unitId)
                        .filter(last -> unlisted(last).stream().anyMatch(id -> readySince(last.openedAt(), level, id)))
                        .isPresent();
    }

    private List<String> unlisted(Publicity last) {
        Set<String> listed = publicities.projects(last.id()).stream()
                .filter(PublicProject::stands)
                .map(PublicProject::applicationId)
                .collect(Collectors.toSet());
        return proposed(last).stream().filter(id -> !listed.contains(id)).toList();
    }

    private List<String> proposed(Publicity last) {
        return lists.stream()
                .filter(one -> one.unitId().equals(last.unitId()))
                .findFirst()
                .orElseThrow()
                .proposed(last.roundId());
    }

    private boolean readySince(Instant opened, UnitType level, String applicationId) {
        return opinions.find(level, applicationId)
                        .filter(opinion -> !opinion.at().isBefore(opened))
                        .isPresent()
                || panels.find(level, applicationId)
                        .filter(panel -> !panel.closed() || !panel.closedAt().isBefore(opened))
                        .isPresent();
    }
}
