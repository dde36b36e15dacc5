package cn.gdpilot.domain.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * The person who asks.
 *
 * @param username name of the account
 * @param groups   groups of an officer, e.g. city-440100, city-440100-lead, operator; empty for applicants
 */
public record Person(String username, Set<String> groups) {

    /** The authority that every applicant's account has; it is no group. */
    public static final String APPLICANT_ROLE = "ROLE_APPLICANT";

    public static Person of(Authentication authentication) {
        return new Person(
                authentication.getName(),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(name -> !name.startsWith("ROLE_"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** True if the person handles or signs for that office. */
    public boolean worksFor(String unitId) {
        return groups.contains(unitId)
                || groups.contains(Group.of(unitId).lead().id());
    }

    /** The office for which the person works; null for people who belong to none. */
    public String office() {
        return groups.stream()
                .map(group -> new Group(group).unit())
                .filter(group -> group.matches("(city|dept|ca|central)-.+|ministry"))
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
