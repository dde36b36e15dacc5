package cn.gdpilot.domain.identity.grant;

import cn.gdpilot.domain.identity.AccountName;
import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.factor.SecondFactors;
import cn.gdpilot.domain.identity.grant.OfficerAccounts.Officer;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Words;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts of officers. What lets somebody do more, or act as somebody, is asked by one person and decided by another;
 * what takes something away works at once.
 */
@Service
class OfficerGrants {

    /** Who may ask and decide. */
    static final List<String> DECIDE = List.of(Group.SECURITY, Group.CAMUNDA_ADMIN);

    private static final String NAMES = "[a-z][a-z0-9-]{2,40}";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private final OfficerAccounts officers;
    private final GrantRequests requests;
    private final ApplicantAccounts applicants;
    private final SecondFactors factors;
    private final RecordBook book;
    private final SecureRandom random = new SecureRandom();

    OfficerGrants(
            OfficerAccounts officers,
            GrantRequests requests,
            ApplicantAccounts applicants,
            SecondFactors factors,
            RecordBook book) {
        this.officers = officers;
        this.requests = requests;
        this.applicants = applicants;
        this.factors = factors;
        this.book = book;
    }

    /** Opens an account that may do nothing yet, and returns its first password, which is shown once. */
    @Transactional
    public String open(String account, String name, String grounds, String by) {
        if (account == null || !account.matches(NAMES)) {
            throw Refusal.invalid("grant.name");
        }
        if (officers.find(account).isPresent() || applicants.isGivenOut(account)) {
            throw Refusal.conflict("account.taken");
        }
        if (officers.names().stream().anyMatch(new AccountName(account)::looksLike)) {
            throw Refusal.conflict("account.office-like");
        }
        String why = checked(grounds);
        String password = newPassword();
        officers.open(account, Words.none(name) ? account : name.strip(), password);
        keep(by, "account.opened", account, why, null);
        return password;
    }

    /** Asks for something; where nobody else could decide, it is done at once and the record says so. */
    @Transactional
    public Outcome ask(GrantKind kind, String account, String group, String grounds, String by) {
        Officer officer = officer(account);
        String why = checked(grounds);
        String joined = kind == GrantKind.JOIN ? group : null;
        if (kind == GrantKind.JOIN
                && (!officers.groups().containsKey(group) || officer.groups().contains(group))) {
            throw Refusal.invalid("grant.group");
        }
        long id = requests.add(kind, account, joined, why, by);
        keep(by, "grant.asked", account, why, kind + (joined == null ? "" : " " + joined));
        if (officers.members(DECIDE) > 1) {
            return new Outcome(false, null);
        }
        GrantRequest request = requests.take(id);
        requests.decide(id, by, true, true);
        return new Outcome(true, carryOut(request, by));
    }

    /** Decides what somebody else has asked for; returns a new password where one was asked for. */
    @Transactional
    public Outcome decide(long id, boolean granted, String by) {
        GrantRequest request = requests.take(id);
        if (request.askedBy().equals(by)) {
            throw Refusal.byRule(null, "grant.second-person");
        }
        requests.decide(id, by, granted, false);
        if (!granted) {
            keep(
                    by,
                    "grant.refused",
                    request.account(),
                    request.grounds(),
                    request.kind().name());
            return new Outcome(false, null);
        }
        return new Outcome(true, carryOut(request, by));
    }

    /** Takes a group away, at once. */
    @Transactional
    public void leave(String account, String group, String grounds, String by) {
        Officer officer = officer(account);
        if (!officer.groups().contains(group)) {
            throw Refusal.invalid("grant.group");
        }
        checkNotLast(List.of(group), account);
        officers.leave(account, group);
        keep(by, "account.left", account, checked(grounds), group);
    }

    /** Closes an account, at once. */
    @Transactional
    public void close(String account, String grounds, String by) {
        Officer officer = officer(account);
        checkNotLast(officer.groups(), account);
        requests.forget(account, by);
        factors.remove(account);
        officers.close(account);
        keep(by, "account.closed", account, checked(grounds), String.join(" ", officer.groups()));
    }

    private String carryOut(GrantRequest request, String by) {
        keep(
                by,
                "grant.given",
                request.account(),
                request.grounds(),
                request.kind() + (request.group() == null ? "" : " " + request.group()));
        officer(request.account());
        switch (request.kind()) {
            case JOIN -> officers.join(request.account(), request.group());
            case SECOND_FACTOR -> factors.remove(request.account());
            case PASSWORD -> {
                String password = newPassword();
                officers.setPassword(request.account(), password);
                return password;
            }
            default -> throw new IllegalStateException("unknown kind " + request.kind());
        }
        return null;
    }

    /** Somebody must be left who administers. */
    private void checkNotLast(List<String> groups, String account) {
        if (groups.contains(Group.CAMUNDA_ADMIN) && officers.members(List.of(Group.CAMUNDA_ADMIN)) <= 1) {
            throw Refusal.conflict("grant.last", account);
        }
    }

    private Officer officer(String account) {
        Optional<Officer> officer = officers.find(account);
        return officer.orElseThrow(() -> Refusal.notFound("account.none"));
    }

    private static String checked(String grounds) {
        if (Words.none(grounds) || TextLimit.REASON.exceededBy(grounds)) {
            throw Refusal.invalid("grant.grounds", TextLimit.REASON.length());
        }
        return grounds.strip();
    }

    /** Three kinds of characters, none that look alike. */
    private String newPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            password.append(Character.toUpperCase(any(LETTERS)))
                    .append(any(LETTERS))
                    .append(any(LETTERS))
                    .append(any(DIGITS))
                    .append('-');
        }
        return password.append(any(DIGITS)).toString();
    }

    private char any(String of) {
        return of.charAt(random.nextInt(of.length()));
    }

    private void keep(String by, String action, String account, String grounds, String became) {
        book.write(new RecordEvent(new Actor(by, null), action, account, grounds, null, became, null));
    }

    /**
     * What became of it.
     *
     * @param done     whether it was carried out
     * @param password the new password, to be shown once; null where none was made
     */
    record Outcome(boolean done, String password) {

        @Override
        public String toString() {
            return "Outcome[" + done + "]";
        }
    }
}
