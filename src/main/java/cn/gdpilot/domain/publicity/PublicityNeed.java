package cn.gdpilot.domain.publicity;

import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.scoring.Panels;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
    private final DuplicatePairs pairs;

    PublicityNeed(
            List<ListToPublish> lists,
            Publicities publicities,
            Opinions opinions,
            Panels panels,
            DuplicatePairs pairs) {
        this.pairs = pairs;
        this.lists = lists;
        this.publicities = publicities;
        this.opinions = opinions;
        this.panels = panels;
    }

    /**
     * If the round says so, and something is to be listed that was not public yet. A list that only lost projects since is
     * not made public anew; nor is one that the office makes public no further, unless something has become ready since.
     */
    public boolean needed(String roundId, String unitId) {
        return publicities.organised(roundId, unitId)
                && publicities
                        .newest(roundId, unitId)
                        .map(last -> forgoneAfter(last)
                                .map(since -> unlisted(last).stream().anyMatch(id -> readySince(since, unitId, id)))
                                .orElseGet(() -> !unlisted(last).isEmpty()))
                        .orElse(true);
    }

    /**
     * If something is to be listed whose review, pairs or experts were through only after the list had become public, so that its
     * place was not known then, or after the office has decided to make it public no further. What an officer has left off a
     * public list otherwise is not asked for again.
     */
    public boolean neededForLate(String roundId, String unitId) {
        return publicities.organised(roundId, unitId)
                && publicities
                        .newest(roundId, unitId)
                        .filter(last -> {
                            Instant since = forgoneAfter(last).orElse(last.openedAt());
                            return unlisted(last).stream().anyMatch(id -> readySince(since, unitId, id));
                        })
                        .isPresent();
    }

    /** If the round says so, and no list of that office was public, though it has something to list: a deadline may have come first. */
    public boolean neverPublic(String roundId, String unitId) {
        return publicities.organised(roundId, unitId)
                && publicities.newest(roundId, unitId).isEmpty()
                && !proposed(roundId, unitId).isEmpty();
    }

    /** What is to be listed and does not stand on the newest public list; nothing where none was public. */
    public List<String> notPublic(String roundId, String unitId) {
        return publicities.newest(roundId, unitId).map(this::unlisted).orElse(List.of());
    }

    /** The first moment after the office's decision, where it decided so of this list. */
    private Optional<Instant> forgoneAfter(Publicity last) {
        return publicities
                .forgoneAt(last.roundId(), last.unitId())
                .filter(at -> !at.isBefore(last.openedAt()))
                .map(PublicityNeed::justAfter);
    }

    private static Instant justAfter(Instant at) {
        return at.plus(1, ChronoUnit.MICROS);
    }

    private List<String> unlisted(Publicity last) {
        Set<String> listed = publicities.projects(last.id()).stream()
                .filter(PublicProject::stands)
                .map(PublicProject::applicationId)
                .collect(Collectors.toSet());
        return proposed(last.roundId(), last.unitId()).stream()
                .filter(id -> !listed.contains(id))
                .toList();
    }

    private List<String> proposed(String roundId, String unitId) {
        return lists.stream()
                .filter(one -> one.unitId().equals(unitId))
                .findFirst()
                .orElseThrow()
                .proposed(roundId);
    }

    private boolean readySince(Instant since, String unitId, String applicationId) {
        UnitType level = unitId.equals(Unit.MINISTRY) ? UnitType.MINISTRY : UnitType.DEPARTMENT;
        return opinions.find(level, applicationId)
                        .filter(opinion -> !opinion.at().isBefore(since))
                        .isPresent()
                || panels.find(level, applicationId)
                        .filter(panel -> !panel.closed() || !panel.closedAt().isBefore(since))
                        .isPresent()
                || pairs.settledAt(applicationId)
                        .filter(at -> !at.isBefore(since))
                        .isPresent();
    }
}
