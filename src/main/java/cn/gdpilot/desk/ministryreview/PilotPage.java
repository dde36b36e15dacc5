package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.pilot.PilotImport;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pilot register: who is a pilot until when; earlier years' lists are taken in here. */
@Controller
@RequestMapping("/desk/pilots")
class PilotPage {

    private static final int MOST_SHOWN = 500;

    private final PilotRegister pilots;
    private final PilotImport imports;
    private final PilotClock clock;

    PilotPage(PilotRegister pilots, PilotImport imports, PilotClock clock) {
        this.pilots = pilots;
        this.imports = imports;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String words, Authentication signedIn, Model model) {
        officer(signedIn);
        model.addAttribute("words", words.strip());
        model.addAttribute("pilots", pilots.find(words.strip(), MOST_SHOWN));
        model.addAttribute("count", pilots.count());
        model.addAttribute("most", MOST_SHOWN);
        model.addAttribute("today", clock.today());
        return "pilots";
    }

    /** Takes in a list; what does not fit is told line by line. */
    @PostMapping
    String take(@RequestParam(required = false) MultipartFile file, Authentication signedIn, Model model)
            throws IOException {
        Actor officer = officer(signedIn);
        try {
            if (file == null || file.isEmpty() || file.getOriginalFilename() == null) {
                throw Refusal.invalid("pilot-import.none");
            }
            if (file.getSize() > PilotImport.LARGEST) {
                throw Refusal.invalid("pilot-import.size", PilotImport.LARGEST >> 20);
            }
            model.addAttribute("report", imports.take(file.getOriginalFilename(), file.getBytes(), officer));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return show("", signedIn, model);
    }

    private static Actor officer(Authentication signedIn) {
        Person person = Person.of(signedIn);
        if (!person.worksFor(Unit.DEPARTMENT) && !person.worksFor(Unit.MINISTRY)) {
            throw Refusal.forbidden("pilots.not-yours");
        }
        return new Actor(person.username(), person.office());
    }
}
