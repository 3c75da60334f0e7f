// What people who lead a table have on top of what everyone has. Loaded for them alone.
export { CloseVote, KeepVote } from "../votes/keep";
export { AnswerFor } from "./answer-for";
export { ChooseRecap } from "./choose-recap";
export { HardMoments } from "./hard-moments";
export { LeadTable } from "./lead-table";
export { VoteFor } from "./vote-for";
export { WriteFor } from "./write-for";
