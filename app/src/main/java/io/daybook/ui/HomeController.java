package io.daybook.ui;

import io.daybook.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads a person who has signed in to the pages for them. */
@Controller
class HomeController {
  @GetMapping("/")
  String root() {
    return "redirect:/ui";
  }

  @GetMapping("/ui")
  String home(Model model) {
    PageCaller caller = PageCaller.of(Caller.current());
    if (caller.casesVisible()) {
      return "redirect:/ui/cases";
    }
    model.addAttribute("caller", caller);
    return "ui/home";
  }
}
