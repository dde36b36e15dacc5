package cn.gdpilot.domain.identity.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits of one applicant or one address. Zero switches a limit off.
 *
 * @param drafts                 open drafts of an applicant in a round
 * @param draftsBegun            applications that an applicant may begin in a round, those given up included
 * @param bytes                  bytes of an applicant's files in a round: what lies in the store for it, removed files
 *     included, and what its unfinished uploads will bring
 * @param uploads                uploads of an applicant that may be under way at once
 * @param registrationsPerHour   registrations from one address
 * @param confirmedMail          whether nothing is uploaded before the applicant's mail address is confirmed
 * @param confirmationLasts      how long the link of a confirmation letter works
 * @param confirmationLetters    confirmation letters that an applicant gets in a day
 */
@ConfigurationProperties("pilot.limits")
public record LimitSettings(
        int drafts,
        int draftsBegun,
        DataSize bytes,
        int uploads,
        int registrationsPerHour,
        boolean confirmedMail,
        Duration confirmationLasts,
        int confirmationLetters) {}
