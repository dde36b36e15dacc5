package cn.gdpilot.desk.application.account;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.identity.ApplicantInvitations;
import cn.gdpilot.domain.identity.Invitation;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Reachable;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Several people in one applicant's account: each by invitation, each with a sign-in of their own. */
@Service
class Colleagues {

    private static final int MOST = 20;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(PilotClock.GUANGDONG);

    private final ApplicantInvitations invitations;
    private final ApplicantAccounts accounts;
    private final Applicants applicants;
    private final Outbox outbox;
    private final RecordBook book;
    private final PilotClock clock;
    private final String address;
    private final Duration lasts;

    Colleagues(
            ApplicantInvitations invitations,
            ApplicantAccounts accounts,
            Applicants applicants,
            Outbox outbox,
            RecordBook book,
            PilotClock clock,
            @Value("${pilot.public-address}") String address,
            @Value("${pilot.invitation-lasts}") Duration lasts) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.applicants = applicants;
        this.outbox = outbox;
        this.book = book;
        this.clock = clock;
        this.address = address;
        this.lasts = lasts;
    }

    /**
     * Sends a colleague a link that opens one account, once.
     *
     * @throws Refusal if the address is malformed, or too many invitations are open or were sent within a day
     */
    @Transactional
    public void invite(long applicantId, String email, Actor actor) {
        applicants.lock(applicantId);
        String mailbox = Reachable.mailbox(email);
        Instant now = clock.now();
        checkNotTooMany(invitations.of(applicantId), now);
        Instant expires = now.plus(lasts);
        String token = invitations.invite(applicantId, mailbox, actor.person(), expires);
        Invitation made = invitations.of(applicantId).get(0);
        outbox.post(Letter.of(
                "invitation/" + made.id(),
                null,
                LetterKind.INVITATION,
                mailbox,
                Map.of(
                        "applicant", applicants.get(applicantId).name(),
                        "inviter", actor.person(),
                        "link", address + "/join?token=" + token,
                        "until", MINUTE.format(expires))));
        book.write(RecordEvent.of(actor, "colleague.invited", String.valueOf(applicantId), null));
    }

    /** Those taken back count for a day: each has sent a letter to whomever the account named. */
    private static void checkNotTooMany(List<Invitation> all, Instant now) {
        if (all.stream().filter(one -> one.open(now)).count() >= MOST) {
            throw Refusal.conflict("invitation.many", MOST);
        }
        Instant yesterday = now.minus(Duration.ofDays(1));
        if (all.stream().filter(one -> one.invitedAt().isAfter(yesterday)).count() >= MOST) {
            throw Refusal.conflict("invitation.many-a-day", MOST);
        }
    }

    /** Takes an invitation back that nobody has used. */
    @Transactional
    public void revoke(long applicantId, long invitation, Actor actor) {
        if (!invitations.revoke(applicantId, invitation, actor.person())) {
            throw Refusal.notFound("invitation.none");
        }
        book.write(RecordEvent.of(actor, "invitation.revoked", String.valueOf(applicantId), null));
    }

    /**
     * Closes the account of a colleague who acts for the applicant no more.
     *
     * @throws Refusal if it is the own one, so that somebody is always left, or none of the applicant's
     */
    @Transactional
    public void close(long applicantId, String username, Actor actor) {
        applicants.lock(applicantId);
        if (username.equals(actor.person()) || accounts.find(actor.person()).isEmpty()) {
            throw Refusal.conflict("colleague.own");
        }
        if (!accounts.close(username, applicantId, actor.person(), clock.now())) {
            throw Refusal.notFound("account.none");
        }
        book.write(RecordEvent.of(actor, "colleague.closed", String.valueOf(applicantId), username));
    }

    /** Name of the applicant into whose account the link leads. */
    @Transactional(readOnly = true)
    public String invitedBy(String token) {
        return applicants.get(valid(token).applicantId()).name();
    }

    /**
     * Opens the account of who was invited.
     *
     * @param email the address to which the invitation went: the link alone, passed on, opens nothing
     * @throws Refusal if the link is used up, expired or taken back, the address another, or name or password do not do
     */
    @Transactional
    public void join(String token, String email, String username, String password) {
        Invitation invitation = valid(token);
        if (email == null || !invitation.email().equalsIgnoreCase(email.strip())) {
            throw Refusal.invalid("invitation.email");
        }
        String name = username == null ? "" : username.strip();
        accounts.open(name, password, invitation.applicantId(), clock.now());
        if (!invitations.use(invitation, name)) {
            throw Refusal.notFound("invitation.none");
        }
        book.write(RecordEvent.of(
                new Actor(name, null),
                "colleague.joined",
                String.valueOf(invitation.applicantId()),
                invitation.invitedBy()));
    }

    /** Everybody who acts for the applicant. */
    List<ApplicantAccounts.Member> members(long applicantId) {
        return accounts.members(applicantId);
    }

    /** The invitations with what became of them. */
    List<Line> invitations(long applicantId) {
        Instant now = clock.now();
        return invitations.of(applicantId).stream()
                .map(one -> new Line(
                        one,
                        Texts.label("invitation", one.state(now)),
                        one.usedAt() == null && one.revokedAt() == null))
                .toList();
    }

    private Invitation valid(String token) {
        return invitations.open(token).orElseThrow(() -> Refusal.notFound("invitation.none"));
    }

    /**
     * An invitation in the list.
     *
     * @param invitation to whom, by whom, until when
     * @param state      in words
     * @param revocable  whether it can be taken back
     */
    record Line(Invitation invitation, String state, boolean revocable) {}
}
