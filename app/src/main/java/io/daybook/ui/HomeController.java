package io.daybook.ui;

import io.daybook.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Leads a person who has signed in to the pages for them. */
@Controller
class HomeController {
  @GetMapping("/")
  String root() {
    return "redirect:/ui";
  }

  @GetMapping("/ui")
  String home() {
    return PageCaller.of(Caller.current()).officer() ? "redirect:/ui/cases" : "ui/home";
  }

  /** What no other page answers; so that people get a page that says so. */
  @RequestMapping("/ui/**")
  String unknown() {
    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
